<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de" sourcelanguage="en">
 <context>
  <name>inspector</name>
  <message>
   <location filename="../../inspector/app.py" />
   <source>The window could not be built: {kind}, {reason}. The log has more: {file}</source>
   <translation>Das Fenster ließ sich nicht aufbauen: {kind}, {reason}. Mehr steht im Protokoll: {file}</translation>
  </message>
  <message>
   <location filename="../../inspector/atlas/alone/group.py" />
   <source>The group “{name}” has no units.</source>
   <translation>Die Gruppe „{name}“ hat keine Einheiten.</translation>
  </message>
  <message>
   <location filename="../../inspector/atlas/alone/group.py" />
   <source>there are none yet</source>
   <translation>es gibt noch keine</translation>
  </message>
  <message>
   <location filename="../../inspector/atlas/alone/group.py" />
   <source>there are {known}</source>
   <translation>es gibt {known}</translation>
  </message>
  <message>
   <location filename="../../inspector/atlas/alone/group.py" />
   <source>{name} has no group “{group}”: {there}.</source>
   <translation>{name} hat keine Gruppe „{group}“: {there}.</translation>
  </message>
  <message>
   <location filename="../../inspector/atlas/alone/request.py" />
   <source>{place} has no units to show.</source>
   <translation>{place} hat keine Einheiten, die gezeigt werden könnten.</translation>
  </message>
  <message>
   <location filename="../../inspector/atlas/hands.py" />
   <source>Written {node}</source>
   <translation>{node} geschrieben</translation>
  </message>
  <message>
   <location filename="../../inspector/atlas/leaving_out.py" />
   <source>The pictures in {folder} cannot be deleted</source>
   <translation>Die Bilder in {folder} lassen sich nicht löschen</translation>
  </message>
  <message>
   <location filename="../../inspector/atlas/leaving_out.py" />
   <source>The site in {folder} shows real pictures at {name}, which is not among the nodes: name it, too, or another folder.</source>
   <translation>Die Seiten in {folder} zeigen echte Bilder an {name}, das nicht unter den Knoten ist: auch diesen nennen oder einen anderen Ordner.</translation>
  </message>
  <message>
   <location filename="../../inspector/atlas/site.py" />
   <source>The atlas in {folder} was made by another version: name a new folder.</source>
   <translation>Der Atlas in {folder} wurde von einer anderen Version gemacht: einen neuen Ordner nennen.</translation>
  </message>
  <message>
   <location filename="../../inspector/atlas/site.py" />
   <source>{folder} cannot be read</source>
   <translation>{folder} lässt sich nicht lesen</translation>
  </message>
  <message>
   <location filename="../../inspector/atlas/site.py" />
   <source>{folder} holds another network of the name “{name}”, with other weights: open this one under another name (NAME=FILE), or name another folder.</source>
   <translation>{folder} enthält ein anderes Netz namens „{name}“ mit anderen Gewichten: dieses unter einem anderen Namen öffnen (NAME=DATEI) oder einen anderen Ordner nennen.</translation>
  </message>
  <message>
   <location filename="../../inspector/atlas/site.py" />
   <source>{folder} holds other files and no atlas of this program: name a new folder.</source>
   <translation>{folder} enthält andere Dateien und keinen Atlas dieses Programms: einen neuen Ordner nennen.</translation>
  </message>
  <message>
   <location filename="../../inspector/atlas/site.py" />
   <source>{folder} is a file: an atlas needs a folder.</source>
   <translation>{folder} ist eine Datei: Ein Atlas braucht einen Ordner.</translation>
  </message>
  <message>
   <location filename="../../inspector/atlas/site.py" />
   <source>{path} cannot be written</source>
   <translation>{path} lässt sich nicht schreiben</translation>
  </message>
  <message>
   <location filename="../../inspector/atlas/writing.py" />
   <source>Writing {note}</source>
   <translation>Schreibe {note}</translation>
  </message>
  <message>
   <location filename="../../inspector/batch/address.py" />
   <source>{chosen} computes in {precision} here, and not in {address_precision}.</source>
   <translation>{chosen} rechnet hier in {precision} und nicht in {address_precision}.</translation>
  </message>
  <message>
   <location filename="../../inspector/batch/address.py" />
   <source>{chosen} has other weights here than where the work was planned.</source>
   <translation>{chosen} hat hier andere Gewichte als dort, wo die Arbeit geplant wurde.</translation>
  </message>
  <message>
   <location filename="../../inspector/batch/address.py" />
   <source>{name} was made in Python: save it to a file, so that others can open it.</source>
   <translation>{name} wurde in Python gemacht: in eine Datei speichern, damit andere es öffnen können.</translation>
  </message>
  <message>
   <location filename="../../inspector/batch/carrying.py" />
   <source>There is not enough memory, even for one at a time.</source>
   <translation>Der Speicher reicht nicht, auch nicht für eines auf einmal.</translation>
  </message>
  <message>
   <location filename="../../inspector/batch/cluster.py" />
   <source>No worker can do the work. {refusals}</source>
   <translation>Kein Arbeiter kann die Arbeit tun. {refusals}</translation>
  </message>
  <message>
   <location filename="../../inspector/batch/cluster_greeting.py" />
   <source>The workers cannot be asked what they can do: {first}.</source>
   <translation>Die Arbeiter lassen sich nicht fragen, was sie können: {first}.</translation>
  </message>
  <message>
   <location filename="../../inspector/batch/cluster_start.py" />
   <source>No processes could be started: {first}.</source>
   <translation>Es ließen sich keine Prozesse starten: {first}.</translation>
  </message>
  <message>
   <location filename="../../inspector/batch/cluster_start.py" />
   <source>There is no Dask scheduler at {scheduler}: {first}.</source>
   <translation>Es gibt keinen Dask-Scheduler unter {scheduler}: {first}.</translation>
  </message>
  <message>
   <location filename="../../inspector/batch/cluster_weights.py" />
   <source>{filename} cannot be read: {reason}.</source>
   <translation>{filename} lässt sich nicht lesen: {reason}.</translation>
  </message>
  <message>
   <location filename="../../inspector/batch/cluster_weights.py" />
   <source>{files} is too large to be sent: put it where the workers find it under the same name.</source>
   <translation>{files} ist zu groß zum Versenden: dorthin legen, wo die Arbeiter sie unter demselben Namen finden.</translation>
  </message>
  <message>
   <location filename="../../inspector/batch/cluster_weights.py" />
   <source>{folder} belongs to somebody else: set TMPDIR to a folder of your own.</source>
   <translation>{folder} gehört jemand anderem: TMPDIR auf einen eigenen Ordner setzen.</translation>
  </message>
  <message>
   <location filename="../../inspector/batch/cluster_weights.py" />
   <source>{folder} cannot be made: {reason}.</source>
   <translation>{folder} lässt sich nicht anlegen: {reason}.</translation>
  </message>
  <message>
   <location filename="../../inspector/batch/cluster_weights.py" />
   <source>{folder} cannot be written: {reason}.</source>
   <translation>{folder} lässt sich nicht beschreiben: {reason}.</translation>
  </message>
  <message>
   <location filename="../../inspector/batch/estimate.py" />
   <source>Trying {kind}</source>
   <translation>Probiere {kind}</translation>
  </message>
  <message>
   <location filename="../../inspector/batch/picture_pieces.py" />
   <source>A node's picture is its “layer” or a “caricature”, not “{thumbnail}”.</source>
   <translation>Das Bild eines Knotens ist seine „layer“ oder eine „caricature“, nicht „{thumbnail}“.</translation>
  </message>
  <message>
   <location filename="../../inspector/batch/picture_pieces.py" />
   <source>“{objective}” cannot be made of {node}: its facet lies at a later node.</source>
   <translation>„{objective}“ lässt sich von {node} nicht machen: Die Facette liegt an einem späteren Knoten.</translation>
  </message>
  <message>
   <location filename="../../inspector/batch/rate.py" />
   <source>{days:.1f} days</source>
   <translation>{days:.1f} Tage</translation>
  </message>
  <message>
   <location filename="../../inspector/batch/rate.py" />
   <source>{minutes:.0f} min</source>
   <translation>{minutes:.0f} min</translation>
  </message>
  <message>
   <location filename="../../inspector/batch/rate.py" />
   <source>{rate:.1f} pieces/min</source>
   <translation>{rate:.1f} Stücke/min</translation>
  </message>
  <message>
   <location filename="../../inspector/batch/rate.py" />
   <source>{rate:.1f} pieces/s</source>
   <translation>{rate:.1f} Stücke/s</translation>
  </message>
  <message>
   <location filename="../../inspector/batch/rate.py" />
   <source>{told} · {duration} left</source>
   <translation>{told} · noch {duration}</translation>
  </message>
  <message>
   <location filename="../../inspector/batch/shards.py" />
   <source>{title}: the pictures are others here than those planned.</source>
   <translation>{title}: Die Bilder sind hier andere als die geplanten.</translation>
  </message>
  <message>
   <location filename="../../inspector/batch/spoken.py" />
   <source>The objective speaks of the facet “{name}”; facets: {there}.</source>
   <translation>Das Ziel spricht von der Facette „{name}“; Facetten: {there}.</translation>
  </message>
  <message>
   <location filename="../../inspector/batch/spoken.py" />
   <source>none was given</source>
   <translation>es wurde keines angegeben</translation>
  </message>
  <message>
   <location filename="../../inspector/batch/spoken.py" />
   <source>{path} is another picture here than where the work was planned.</source>
   <translation>{path} ist hier ein anderes Bild als dort, wo die Arbeit geplant wurde.</translation>
  </message>
  <message>
   <location filename="../../inspector/batch/wish.py" />
   <source>There are no pictures at {path}.</source>
   <translation>Unter {path} sind keine Bilder.</translation>
  </message>
  <message>
   <location filename="../../inspector/batch/wish.py" />
   <source>{name} has no node with units.</source>
   <translation>{name} hat keinen Knoten mit Einheiten.</translation>
  </message>
  <message>
   <location filename="../../inspector/batch/wish.py" />
   <source>{name}/{node_name} has no units to show.</source>
   <translation>{name}/{node_name} hat keine Einheiten, die gezeigt werden könnten.</translation>
  </message>
  <message>
   <location filename="../../inspector/files.py" />
   <source>{path} cannot be written: {reason}.</source>
   <translation>{path} lässt sich nicht schreiben: {reason}.</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/banner.py" />
   <source>Dismiss the message</source>
   <translation>Meldung schließen</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/banner.py" />
   <source>Message</source>
   <translation>Meldung</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/commands.py" />
   <source>&amp;Edit</source>
   <translation>&amp;Bearbeiten</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/commands.py" />
   <source>&amp;File</source>
   <translation>&amp;Datei</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/commands.py" />
   <source>&amp;Go</source>
   <translation>&amp;Gehe zu</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/commands.py" />
   <source>&amp;Jobs</source>
   <translation>&amp;Aufträge</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/commands.py" />
   <source>&amp;View</source>
   <translation>A&amp;nsicht</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/commands.py" />
   <source>Back</source>
   <translation>Zurück</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/commands.py" />
   <source>Cancel all jobs</source>
   <translation>Alle Aufträge abbrechen</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/commands.py" />
   <source>Class labels…</source>
   <translation>Klassennamen…</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/commands.py" />
   <source>Copy address</source>
   <translation>Adresse kopieren</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/commands.py" />
   <source>Dark theme</source>
   <translation>Dunkle Farben</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/commands.py" />
   <source>Filter layers</source>
   <translation>Schichten filtern</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/commands.py" />
   <source>Forward</source>
   <translation>Vorwärts</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/commands.py" />
   <source>High contrast</source>
   <translation>Hoher Kontrast</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/commands.py" />
   <source>Light or dark</source>
   <translation>Hell oder dunkel</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/commands.py" />
   <source>Light theme</source>
   <translation>Helle Farben</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/commands.py" />
   <source>Next unit</source>
   <translation>Nächste Einheit</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/commands.py" />
   <source>Open network…</source>
   <translation>Netz öffnen…</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/commands.py" />
   <source>Open pictures</source>
   <translation>Bilder öffnen</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/commands.py" />
   <source>Open pictures…</source>
   <translation>Bilder öffnen…</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/commands.py" />
   <source>Paste picture</source>
   <translation>Bild einfügen</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/commands.py" />
   <source>Pictures (*.png *.jpg *.jpeg *.webp *.gif *.bmp *.tif *.tiff);;All files (*)</source>
   <translation>Bilder (*.png *.jpg *.jpeg *.webp *.gif *.bmp *.tif *.tiff);;Alle Dateien (*)</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/commands.py" />
   <source>Preprocessing…</source>
   <translation>Vorverarbeitung…</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/commands.py" />
   <source>Previous unit</source>
   <translation>Vorige Einheit</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/commands.py" />
   <source>Quit</source>
   <translation>Beenden</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/commands.py" />
   <source>Redo</source>
   <translation>Wiederholen</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/commands.py" />
   <source>Run a set of pictures through the network once, for all units</source>
   <translation>Einen Bildersatz einmal durch das Netz schicken, für alle Einheiten</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/commands.py" />
   <source>Scan pictures…</source>
   <translation>Bilder durchmustern…</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/commands.py" />
   <source>Show sample pictures</source>
   <translation>Beispielbilder zeigen</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/commands.py" />
   <source>Theme of the system</source>
   <translation>Farben des Systems</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/commands.py" />
   <source>Type an address</source>
   <translation>Adresse eingeben</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/commands.py" />
   <source>Undo</source>
   <translation>Rückgängig</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/commands.py" />
   <source>Units selective for a class…</source>
   <translation>Einheiten, die eine Klasse bevorzugen…</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/controllers/atlas.py" />
   <source>An atlas is being made in that folder already.</source>
   <translation>In diesem Ordner entsteht schon ein Atlas.</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/controllers/atlas.py" />
   <source>Atlas of {name}</source>
   <translation>Atlas von {name}</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/controllers/atlas.py" />
   <source>Making an atlas of {name} in {folder}</source>
   <translation>Atlas von {name} in {folder} machen</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/controllers/atlas.py" />
   <source>Open a network first: then an atlas of it can be made.</source>
   <translation>Zuerst ein Netz öffnen: Dann lässt sich ein Atlas davon machen.</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/controllers/atlas.py" />
   <source>Open it</source>
   <translation>Öffnen</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/controllers/atlas.py" />
   <source>The atlas in {folder} shows {count}.</source>
   <translation>Der Atlas in {folder} zeigt {count}.</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/controllers/atlas.py" />
   <source>The atlas in {folder} was stopped; made again, it goes on from there.</source>
   <translation>Der Atlas in {folder} wurde angehalten; erneut begonnen geht er von dort weiter.</translation>
  </message>
  <message numerus="yes">
   <location filename="../../inspector/gui/controllers/atlas.py" />
   <source>{count:,} parts of it could not be made.</source>
   <translation>
    <numerusform>{count:,} Teil davon ließ sich nicht machen.</numerusform>
    <numerusform>{count:,} Teile davon ließen sich nicht machen.</numerusform>
   </translation>
  </message>
  <message>
   <location filename="../../inspector/gui/controllers/attack.py" />
   <source>Export</source>
   <translation>Export</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/controllers/attack.py" />
   <source>Picture (*.png)</source>
   <translation>Bild (*.png)</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/controllers/attack.py" />
   <source>Table (*.csv)</source>
   <translation>Tabelle (*.csv)</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/controllers/attack.py" />
   <source>Table with recipe (*.json)</source>
   <translation>Tabelle mit Rezept (*.json)</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/controllers/attack.py" />
   <source>Type prompts on the page “Words”: this network answers to those.</source>
   <translation>Prompts auf der Seite „Wörter“ eingeben: Auf sie antwortet dieses Netz.</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/controllers/attack.py" />
   <source>Writing on {name}</source>
   <translation>Schreiben auf {name}</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/controllers/attack.py" />
   <source>Writing the attack</source>
   <translation>Angriff schreiben</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/controllers/attack.py" />
   <source>Wrote {result}</source>
   <translation>{result} geschrieben</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/controllers/attack.py" />
   <source>{name} has no classes: its output is no list of scores.</source>
   <translation>{name} hat keine Klassen: Seine Ausgabe ist keine Liste von Punktzahlen.</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/controllers/attribution.py" />
   <source>Attribution on {name}</source>
   <translation>Attribution auf {name}</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/controllers/attribution.py" />
   <source>Choose a unit to be explained, or a class.</source>
   <translation>Eine Einheit wählen, die erklärt werden soll, oder eine Klasse.</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/controllers/attribution.py" />
   <source>No unit</source>
   <translation>Keine Einheit</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/controllers/attribution.py" />
   <source>Nothing to show</source>
   <translation>Nichts zu zeigen</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/controllers/attribution.py" />
   <source>class {i}</source>
   <translation>Klasse {i}</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/controllers/attribution.py" />
   <source>unit {node}/{unit}</source>
   <translation>Einheit {node}/{unit}</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/controllers/blind.py" />
   <source>Choose a unit to label what it sees.</source>
   <translation>Eine Einheit wählen, um zu benennen, was sie sieht.</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/controllers/blind.py" />
   <source>Crops of {location}</source>
   <translation>Ausschnitte von {location}</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/controllers/blind.py" />
   <source>No crops</source>
   <translation>Keine Ausschnitte</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/controllers/blind.py" />
   <source>No unit chosen</source>
   <translation>Keine Einheit gewählt</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/controllers/blind.py" />
   <source>Nothing scanned</source>
   <translation>Nichts durchmustert</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/controllers/blind.py" />
   <source>Reading the scan</source>
   <translation>Durchmusterung lesen</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/controllers/blind.py" />
   <source>Scan pictures first: crops of all ranges of activation are labelled here, values unseen.</source>
   <translation>Zuerst Bilder durchmustern: Ausschnitte aller Aktivierungsbereiche werden hier benannt, ohne die Werte zu sehen.</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/controllers/blind.py" />
   <source>The scan cannot be read</source>
   <translation>Die Durchmusterung ist nicht lesbar</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/controllers/blind.py" />
   <source>The scan kept no quilt of this node: scan with histogram and quilt.</source>
   <translation>Die Durchmusterung behielt keinen Quilt dieses Knotens: mit Histogramm und Quilt durchmustern.</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/controllers/blind.py" />
   <source>Writing labels</source>
   <translation>Namen schreiben</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/controllers/blind.py" />
   <source>Wrote {file} and {other}</source>
   <translation>{file} und {other} geschrieben</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/controllers/blind.py" />
   <source>all are labelled: look at the plots</source>
   <translation>alle sind benannt: die Diagramme ansehen</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/controllers/blind.py" />
   <source>keys 1 to {count}, Space skips, Backspace goes back</source>
   <translation>Tasten 1 bis {count}, Leertaste überspringt, Rücktaste geht zurück</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/controllers/blind.py" />
   <source>names of classes</source>
   <translation>Namen der Klassen</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/controllers/blind.py" />
   <source>skipped</source>
   <translation>übersprungen</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/controllers/blind.py" />
   <source>skipped crop</source>
   <translation>übersprungener Ausschnitt</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/controllers/blind.py" />
   <source>this one: {label}</source>
   <translation>dieser: {label}</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/controllers/blind.py" />
   <source>{count:,} skipped</source>
   <translation>{count:,} übersprungen</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/controllers/blind.py" />
   <source>{done:,} of {total:,} crops</source>
   <translation>{done:,} von {total:,} Ausschnitten</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/controllers/blind.py" />
   <source>{what} of {unit}</source>
   <translation>{what} von {unit}</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/controllers/blind_keeping.py" />
   <source>Keeping labels</source>
   <translation>Namen behalten</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/controllers/circuit.py" />
   <source>Choose a unit: the strongest paths that lead to it stand here.</source>
   <translation>Eine Einheit wählen: Die stärksten Wege, die zu ihr führen, stehen dann hier.</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/controllers/circuit.py" />
   <source>Circuit of {place}</source>
   <translation>Schaltkreis von {place}</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/controllers/circuit.py" />
   <source>Export the circuit</source>
   <translation>Schaltkreis exportieren</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/controllers/circuit.py" />
   <source>Forgetting {name}</source>
   <translation>{name} vergessen</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/controllers/circuit.py" />
   <source>Keep this circuit</source>
   <translation>Diesen Schaltkreis behalten</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/controllers/circuit.py" />
   <source>Keeping {name}</source>
   <translation>{name} behalten</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/controllers/circuit.py" />
   <source>Kept circuits</source>
   <translation>Behaltene Schaltkreise</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/controllers/circuit.py" />
   <source>Kept the circuit {name}</source>
   <translation>Schaltkreis {name} behalten</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/controllers/circuit.py" />
   <source>Name of the circuit</source>
   <translation>Name des Schaltkreises</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/controllers/circuit.py" />
   <source>No circuit</source>
   <translation>Kein Schaltkreis</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/controllers/circuit.py" />
   <source>Writing {name}</source>
   <translation>{name} schreiben</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/controllers/circuit.py" />
   <source>Wrote {path}</source>
   <translation>{path} geschrieben</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/controllers/class_search.py" />
   <source>Scan pictures that have classes first: a folder with a sub-folder for each class.</source>
   <translation>Zuerst Bilder durchmustern, die Klassen haben: einen Ordner mit einem Unterordner je Klasse.</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/controllers/class_search.py" />
   <source>Units selective for {label}</source>
   <translation>Einheiten, die {label} bevorzugen</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/controllers/comparison.py" />
   <source>Best matches of all nodes</source>
   <translation>Beste Gegenstücke aller Knoten</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/controllers/comparison.py" />
   <source>Closing {name}</source>
   <translation>{name} schließen</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/controllers/comparison.py" />
   <source>Comparing with {name}</source>
   <translation>Vergleich mit {name}</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/controllers/comparison.py" />
   <source>Comparing with {name} …</source>
   <translation>Vergleich mit {name} …</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/controllers/comparison.py" />
   <source>Matching the units of {name}</source>
   <translation>Einheiten von {name} paaren</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/controllers/comparison.py" />
   <source>Name the other network first.</source>
   <translation>Zuerst das andere Netz nennen.</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/controllers/comparison.py" />
   <source>Wrote {file}</source>
   <translation>{file} geschrieben</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/controllers/comparison.py" />
   <source>pictures that are laid out</source>
   <translation>ausgelegte Bilder</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/controllers/comparison_checkpoints.py" />
   <source>Comparing {count} checkpoints</source>
   <translation>{count} Zwischenstände vergleichen</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/controllers/comparison_checkpoints.py" />
   <source>{name} · {number} of {count}</source>
   <translation>{name} · {number} von {count}</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/controllers/comparison_exports.py" />
   <source>There is nothing of that to export yet.</source>
   <translation>Davon gibt es noch nichts zu exportieren.</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/controllers/composing.py" />
   <source>Choose a unit first.</source>
   <translation>Zuerst eine Einheit wählen.</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/controllers/composing.py" />
   <source>The open network has no classes.</source>
   <translation>Das geöffnete Netz hat keine Klassen.</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/controllers/composing.py" />
   <source>There is no other unit to go to: choose a unit of a layer with several.</source>
   <translation>Es gibt keine andere Einheit als Ziel: eine Einheit einer Schicht mit mehreren wählen.</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/controllers/dialogs.py" />
   <source>Reading the catalogue</source>
   <translation>Katalog lesen</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/controllers/dreams.py" />
   <source>DeepDream of {under_way}</source>
   <translation>DeepDream von {under_way}</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/controllers/edits.py" />
   <source>Choose a picture set</source>
   <translation>Bildersatz wählen</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/controllers/edits.py" />
   <source>Comparing {page} with the unedited network</source>
   <translation>{page} mit dem unveränderten Netz vergleichen</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/controllers/edits.py" />
   <source>Keeping edits</source>
   <translation>Eingriffe behalten</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/controllers/edits.py" />
   <source>Lay out a picture first: its values are what the units are set to.</source>
   <translation>Zuerst ein Bild auslegen: Auf seine Werte werden die Einheiten gesetzt.</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/controllers/edits.py" />
   <source>Making an edit of {place}</source>
   <translation>Eingriff an {place} vorbereiten</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/controllers/edits.py" />
   <source>Reading edits</source>
   <translation>Eingriffe lesen</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/controllers/edits.py" />
   <source>switch off</source>
   <translation>ausschalten</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/controllers/edits.py" />
   <source>switch on</source>
   <translation>einschalten</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/controllers/effects.py" />
   <source> (the whole network was run for each)</source>
   <translation> (das ganze Netz wurde für jede durchlaufen)</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/controllers/effects.py" />
   <source>Choose a picture first.</source>
   <translation>Zuerst ein Bild wählen.</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/controllers/effects.py" />
   <source>attribution</source>
   <translation>Attribution</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/controllers/effects.py" />
   <source>from</source>
   <translation>von</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/controllers/effects.py" />
   <source>score with the unit silent minus the score as it is</source>
   <translation>Punktzahl mit stummer Einheit weniger der Punktzahl ohne Eingriff</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/controllers/effects.py" />
   <source>to (95 %)</source>
   <translation>bis (95 %)</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/controllers/effects.py" />
   <source>{current} of {place}</source>
   <translation>{current} von {place}</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/controllers/effects.py" />
   <source>{location} on {picture}: {what}{way}</source>
   <translation>{location} auf {picture}: {what}{way}</translation>
  </message>
  <message numerus="yes">
   <location filename="../../inspector/gui/controllers/effects.py" />
   <source>{location} · {label} · {pictures} pictures: by how much the class’s score falls</source>
   <translation>
    <numerusform>{location} · {label} · {pictures} Bild: um wie viel die Punktzahl der Klasse fällt</numerusform>
    <numerusform>{location} · {label} · {pictures} Bilder: um wie viel die Punktzahl der Klasse fällt</numerusform>
   </translation>
  </message>
  <message>
   <location filename="../../inspector/gui/controllers/evidence.py" />
   <source>Evidence of {place}</source>
   <translation>Belege zu {place}</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/controllers/evidence.py" />
   <source>Keeping a verdict</source>
   <translation>Urteil behalten</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/controllers/evidence.py" />
   <source>Reading verdicts</source>
   <translation>Urteile lesen</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/controllers/evidence.py" />
   <source>Web page (*.html)</source>
   <translation>Webseite (*.html)</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/controllers/evidence.py" />
   <source>Write the report</source>
   <translation>Bericht schreiben</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/controllers/evidence.py" />
   <source>Writing the report</source>
   <translation>Bericht schreiben</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/controllers/evidence.py" />
   <source>Wrote {payload}</source>
   <translation>{payload} geschrieben</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/controllers/evidence.py" />
   <source>choose a unit</source>
   <translation>eine Einheit wählen</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/controllers/example_tiles.py" />
   <source>Crops of {name}</source>
   <translation>Ausschnitte von {name}</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/controllers/example_tiles.py" />
   <source>Examples of {name}</source>
   <translation>Beispiele von {name}</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/controllers/example_tiles.py" />
   <source>No class of the scanned pictures is called “{text}”</source>
   <translation>Keine Klasse der durchmusterten Bilder heißt „{text}“</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/controllers/example_tiles.py" />
   <source>Numbers of {name}</source>
   <translation>Kennzahlen von {name}</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/controllers/examples.py" />
   <source>Choose a unit: what drives it among the scanned pictures stands here.</source>
   <translation>Eine Einheit wählen: Was sie unter den durchmusterten Bildern anregt, steht dann hier.</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/controllers/examples.py" />
   <source>Dataset examples</source>
   <translation>Datenbeispiele</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/controllers/examples.py" />
   <source>Delete</source>
   <translation>Löschen</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/controllers/examples.py" />
   <source>Delete the scan of {title}?</source>
   <translation>Die Durchmusterung von {title} löschen?</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/controllers/examples.py" />
   <source>Delete this scan?</source>
   <translation>Diese Durchmusterung löschen?</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/controllers/examples.py" />
   <source>Examples of {location}</source>
   <translation>Beispiele von {location}</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/controllers/examples.py" />
   <source>Export to a folder</source>
   <translation>In einen Ordner exportieren</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/controllers/examples.py" />
   <source>Looking for scans</source>
   <translation>Durchmusterungen suchen</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/controllers/examples.py" />
   <source>Maps of {location}</source>
   <translation>Karten von {location}</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/controllers/examples.py" />
   <source>Opening {name}</source>
   <translation>{name} öffnen</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/controllers/examples.py" />
   <source>The pictures stay where they are; scanning them again takes as long as before.</source>
   <translation>Die Bilder bleiben, wo sie sind; sie erneut zu durchmustern dauert so lange wie zuvor.</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/controllers/examples.py" />
   <source>Writing examples of {network}/{node}</source>
   <translation>Beispiele von {network}/{node} schreiben</translation>
  </message>
  <message numerus="yes">
   <location filename="../../inspector/gui/controllers/examples.py" />
   <source>Wrote {count:,} files to {parent}</source>
   <translation>
    <numerusform>{count:,} Datei nach {parent} geschrieben</numerusform>
    <numerusform>{count:,} Dateien nach {parent} geschrieben</numerusform>
   </translation>
  </message>
  <message>
   <location filename="../../inspector/gui/controllers/examples.py" />
   <source>these pictures</source>
   <translation>diesen Bildern</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/controllers/exporting.py" />
   <source>Copied the view and its caption</source>
   <translation>Ansicht und Bildunterschrift kopiert</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/controllers/exporting.py" />
   <source>Feature visualization</source>
   <translation>Merkmalsvisualisierung</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/controllers/exporting.py" />
   <source>Side by side</source>
   <translation>Zu zweit</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/controllers/exporting.py" />
   <source>Whole window</source>
   <translation>Ganzes Fenster</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/controllers/exporting.py" />
   <source>Writing a view</source>
   <translation>Ansicht schreiben</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/controllers/exporting_data.py" />
   <source>Writing data</source>
   <translation>Daten schreiben</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/controllers/exporting_menus.py" />
   <source>Copy view</source>
   <translation>Ansicht kopieren</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/controllers/exporting_menus.py" />
   <source>Copy what is here</source>
   <translation>Kopieren, was hier ist</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/controllers/exporting_menus.py" />
   <source>Export data…</source>
   <translation>Daten exportieren…</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/controllers/exporting_menus.py" />
   <source>Export view…</source>
   <translation>Ansicht exportieren…</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/controllers/exporting_page.py" />
   <source>Group {name}</source>
   <translation>Gruppe {name}</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/controllers/exporting_page.py" />
   <source>Node {node}</source>
   <translation>Knoten {node}</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/controllers/exporting_page.py" />
   <source>Unit {unit}</source>
   <translation>Einheit {unit}</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/controllers/exporting_page.py" />
   <source>Writing a page</source>
   <translation>Seite schreiben</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/controllers/facets.py" />
   <source>Facet {name} at {node}</source>
   <translation>Facette {name} an {node}</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/controllers/facets.py" />
   <source>Training was cancelled.</source>
   <translation>Das Training wurde abgebrochen.</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/controllers/families.py" />
   <source>Name units of this node, as in 0, 3, 5-8, or one of its groups.</source>
   <translation>Einheiten dieses Knotens nennen, etwa 0, 3, 5-8, oder eine seiner Gruppen.</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/controllers/families.py" />
   <source>No matrix</source>
   <translation>Keine Matrix</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/controllers/families.py" />
   <source>No units named</source>
   <translation>Keine Einheiten genannt</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/controllers/families.py" />
   <source>Nothing before it</source>
   <translation>Nichts davor</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/controllers/families.py" />
   <source>The groups do not read</source>
   <translation>Die Gruppen sind nicht lesbar</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/controllers/families.py" />
   <source>{name} reads the picture itself.</source>
   <translation>{name} liest das Bild selbst.</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/controllers/families.py" />
   <source>{node} made of {source}</source>
   <translation>{node} aus {source}</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/controllers/feature.py" />
   <source>Visualizing {location}</source>
   <translation>{location} visualisieren</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/controllers/feature.py" />
   <source>What is to be made needs a picture: drop or choose one.</source>
   <translation>Was entstehen soll, braucht ein Bild: eines ablegen oder wählen.</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/controllers/feature_exports.py" />
   <source>Animated picture (*.{kind})</source>
   <translation>Bewegtes Bild (*.{kind})</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/controllers/feature_exports.py" />
   <source>Folder for the pictures</source>
   <translation>Ordner für die Bilder</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/controllers/feature_exports.py" />
   <source>Writing pictures</source>
   <translation>Bilder schreiben</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/controllers/feature_exports.py" />
   <source>Writing the growth as a film</source>
   <translation>Wachstum als Film schreiben</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/controllers/feature_exports.py" />
   <source>Wrote {many}</source>
   <translation>{many} geschrieben</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/controllers/feature_exports.py" />
   <source>{count} pictures to {parent}</source>
   <translation>{count} Bilder nach {parent}</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/controllers/feature_exports.py" />
   <source>{title} of {location}</source>
   <translation>{title} von {location}</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/controllers/filling.py" />
   <source>Filling {name}: {count} from unit {first} on</source>
   <translation>{name} füllen: {count} ab Einheit {first}</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/controllers/first_tour.py" />
   <source>Ctrl+K finds every action, layer, unit and picture. Shift+F1 tells what a page shows and when it misleads. This tour stays in the menu Help.</source>
   <translation>Strg+K findet jede Aktion, jede Schicht, jede Einheit und jedes Bild. Umschalt+F1 sagt, was eine Seite zeigt und wann sie täuscht. Dieser Rundgang bleibt im Menü Hilfe.</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/controllers/first_tour.py" />
   <source>Drop your own pictures anywhere on the window, or paste one. The network looks at the one that you choose here.</source>
   <translation>Eigene Bilder irgendwo auf dem Fenster ablegen oder eines einfügen. Das Netz betrachtet das Bild, das hier gewählt ist.</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/controllers/first_tour.py" />
   <source>Every unit of the layer is a tile, at first with its activation map for the current picture. Arrow keys walk from unit to unit, Return goes to the unit’s page.</source>
   <translation>Jede Einheit der Schicht ist eine Kachel, zuerst mit ihrer Aktivierungskarte für das aktuelle Bild. Pfeiltasten führen von Einheit zu Einheit, die Eingabetaste zur Seite der Einheit.</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/controllers/first_tour.py" />
   <source>Everything else</source>
   <translation>Alles andere</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/controllers/first_tour.py" />
   <source>Layers</source>
   <translation>Schichten</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/controllers/first_tour.py" />
   <source>Pictures</source>
   <translation>Bilder</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/controllers/first_tour.py" />
   <source>Pictures that are made to drive the unit grow while you watch. Below are its tuning, dataset examples, weights, your notes and the evidence.</source>
   <translation>Bilder, die die Einheit anregen sollen, wachsen vor den Augen. Darunter stehen ihre Abstimmung, Datenbeispiele, Gewichte, die Notizen und die Belege.</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/controllers/first_tour.py" />
   <source>The network’s layers. Walk them with the arrow keys: everything else in the window follows.</source>
   <translation>Die Schichten des Netzes. Die Pfeiltasten wandern durch sie: Alles andere im Fenster folgt.</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/controllers/first_tour.py" />
   <source>The unit’s page</source>
   <translation>Die Seite der Einheit</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/controllers/first_tour.py" />
   <source>Units</source>
   <translation>Einheiten</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/controllers/graph.py" />
   <source>Cancelled</source>
   <translation>Abgebrochen</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/controllers/graph.py" />
   <source>Choose another page and come back to draw the graph.</source>
   <translation>Eine andere Seite wählen und zurückkommen, um den Graphen zu zeichnen.</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/controllers/graph.py" />
   <source>Drawing the graph</source>
   <translation>Der Graph wird gezeichnet</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/controllers/graph.py" />
   <source>Export the graph</source>
   <translation>Graph exportieren</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/controllers/graph.py" />
   <source>Fold</source>
   <translation>Einklappen</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/controllers/graph.py" />
   <source>Graph of {name}</source>
   <translation>Graph von {name}</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/controllers/graph.py" />
   <source>Graphviz files (*.dot)</source>
   <translation>Graphviz-Dateien (*.dot)</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/controllers/graph.py" />
   <source>How was this picture made?</source>
   <translation>Wie entstand dieses Bild?</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/controllers/graph.py" />
   <source>Look at its units</source>
   <translation>Seine Einheiten ansehen</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/controllers/graph.py" />
   <source>SVG pictures (*.svg)</source>
   <translation>SVG-Bilder (*.svg)</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/controllers/graph.py" />
   <source>The graph cannot be drawn</source>
   <translation>Der Graph lässt sich nicht zeichnen</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/controllers/graph.py" />
   <source>Unfold</source>
   <translation>Ausklappen</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/controllers/graph.py" />
   <source>Writing the graph</source>
   <translation>Graph schreiben</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/controllers/graph.py" />
   <source>{count} found</source>
   <translation>{count} gefunden</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/controllers/graph_pictures.py" />
   <source> · paused</source>
   <translation> · angehalten</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/controllers/graph_pictures.py" />
   <source>Caricature at {}</source>
   <translation>Karikatur an {}</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/controllers/graph_pictures.py" />
   <source>Channel means of {name}</source>
   <translation>Kanalmittel von {name}</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/controllers/graph_pictures.py" />
   <source>DeepDream of {}</source>
   <translation>DeepDream von {}</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/controllers/graph_pictures.py" />
   <source>Drop or choose a picture first.</source>
   <translation>Zuerst ein Bild ablegen oder wählen.</translation>
  </message>
  <message numerus="yes">
   <location filename="../../inspector/gui/controllers/graph_pictures.py" />
   <source>{count:,} edges</source>
   <translation>
    <numerusform>{count:,} Kante</numerusform>
    <numerusform>{count:,} Kanten</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <location filename="../../inspector/gui/controllers/graph_pictures.py" />
   <source>{count:,} operations</source>
   <translation>
    <numerusform>{count:,} Operation</numerusform>
    <numerusform>{count:,} Operationen</numerusform>
   </translation>
  </message>
  <message>
   <location filename="../../inspector/gui/controllers/graph_pictures.py" />
   <source>{made} of {total} pictures{state}</source>
   <translation>{made} von {total} Bildern{state}</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/controllers/help.py" />
   <source>Attribution</source>
   <translation>Attribution</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/controllers/help.py" />
   <source>Blind labels</source>
   <translation>Blind benennen</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/controllers/help.py" />
   <source>Circuit</source>
   <translation>Schaltkreis</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/controllers/help.py" />
   <source>Compare</source>
   <translation>Vergleich</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/controllers/help.py" />
   <source>Edits</source>
   <translation>Eingriffe</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/controllers/help.py" />
   <source>Effects</source>
   <translation>Wirkungen</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/controllers/help.py" />
   <source>Evidence</source>
   <translation>Belege</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/controllers/help.py" />
   <source>Families</source>
   <translation>Familien</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/controllers/help.py" />
   <source>Graph</source>
   <translation>Graph</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/controllers/help.py" />
   <source>Groups</source>
   <translation>Gruppen</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/controllers/help.py" />
   <source>Kernels</source>
   <translation>Kerne</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/controllers/help.py" />
   <source>Notes</source>
   <translation>Notizen</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/controllers/help.py" />
   <source>Picture</source>
   <translation>Bild</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/controllers/help.py" />
   <source>Tuning</source>
   <translation>Abstimmung</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/controllers/help.py" />
   <source>Weights</source>
   <translation>Gewichte</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/controllers/help.py" />
   <source>Words</source>
   <translation>Wörter</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/controllers/help.py" />
   <source>Write on it</source>
   <translation>Beschriften</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/controllers/kernel_wall.py" />
   <source>Kernel wall of {name}</source>
   <translation>Kernwand von {name}</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/controllers/kernel_wall.py" />
   <source>No wall</source>
   <translation>Keine Wand</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/controllers/kernel_wall.py" />
   <source>Reducing the kernels</source>
   <translation>Kerne werden verdichtet</translation>
  </message>
  <message numerus="yes">
   <location filename="../../inspector/gui/controllers/kernel_wall.py" />
   <source>{units:,} units of {name}</source>
   <translation>
    <numerusform>{units:,} Einheit von {name}</numerusform>
    <numerusform>{units:,} Einheiten von {name}</numerusform>
   </translation>
  </message>
  <message>
   <location filename="../../inspector/gui/controllers/layouts.py" />
   <source>Delete layout</source>
   <translation>Anordnung löschen</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/controllers/layouts.py" />
   <source>Layouts</source>
   <translation>Anordnungen</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/controllers/layouts.py" />
   <source>Move panels</source>
   <translation>Bereiche verschieben</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/controllers/layouts.py" />
   <source>Name of this layout</source>
   <translation>Name dieser Anordnung</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/controllers/layouts.py" />
   <source>Page in a window of its own</source>
   <translation>Seite in einem eigenen Fenster</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/controllers/layouts.py" />
   <source>Panels</source>
   <translation>Bereiche</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/controllers/layouts.py" />
   <source>Reset layout</source>
   <translation>Anordnung zurücksetzen</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/controllers/layouts.py" />
   <source>Save layout</source>
   <translation>Anordnung speichern</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/controllers/layouts.py" />
   <source>Save layout…</source>
   <translation>Anordnung speichern…</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/controllers/layouts.py" />
   <source>Saved the layout “{name}”</source>
   <translation>Anordnung „{name}“ gespeichert</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/controllers/layouts.py" />
   <source>Show the titles of the panels: drag them elsewhere, double-click to let one float</source>
   <translation>Titel der Bereiche zeigen: anderswohin ziehen, mit Doppelklick schweben lassen</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/controllers/live.py" />
   <source>Live: {family}</source>
   <translation>Live: {family}</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/controllers/navigation.py" />
   <source>No network is open yet.</source>
   <translation>Noch ist kein Netz geöffnet.</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/controllers/navigation.py" />
   <source>untrained</source>
   <translation>untrainiert</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/controllers/networks.py" />
   <source>Changing labels</source>
   <translation>Klassennamen ändern</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/controllers/networks.py" />
   <source>Changing preprocessing</source>
   <translation>Vorverarbeitung ändern</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/controllers/networks.py" />
   <source>Loading engine</source>
   <translation>Rechenkern laden</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/controllers/networks.py" />
   <source>Loading engine …</source>
   <translation>Rechenkern wird geladen …</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/controllers/networks.py" />
   <source>Opening network …</source>
   <translation>Netz wird geöffnet …</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/controllers/networks.py" />
   <source>Opening {spec}</source>
   <translation>{spec} öffnen</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/controllers/notes.py" />
   <source>All units of {name} have a label or a group.</source>
   <translation>Alle Einheiten von {name} haben einen Namen oder eine Gruppe.</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/controllers/notes.py" />
   <source>Import of labels</source>
   <translation>Import von Namen</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/controllers/notes.py" />
   <source>Keeping notes</source>
   <translation>Notizen behalten</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/controllers/notes.py" />
   <source>Reading labels</source>
   <translation>Namen lesen</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/controllers/notes.py" />
   <source>Reading notes</source>
   <translation>Notizen lesen</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/controllers/notes.py" />
   <source>Took {groups} and {labels}.</source>
   <translation>{groups} und {labels} übernommen.</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/controllers/notes.py" />
   <source>label of {place}</source>
   <translation>Name von {place}</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/controllers/notes.py" />
   <source>note of {place}</source>
   <translation>Notiz zu {place}</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/controllers/notes.py" />
   <source>star of {place}</source>
   <translation>Stern von {place}</translation>
  </message>
  <message numerus="yes">
   <location filename="../../inspector/gui/controllers/notes.py" />
   <source>{count:,} groups</source>
   <translation>
    <numerusform>{count:,} Gruppe</numerusform>
    <numerusform>{count:,} Gruppen</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <location filename="../../inspector/gui/controllers/notes.py" />
   <source>{count:,} labels and notes</source>
   <translation>
    <numerusform>{count:,} Name oder Notiz</numerusform>
    <numerusform>{count:,} Namen und Notizen</numerusform>
   </translation>
  </message>
  <message>
   <location filename="../../inspector/gui/controllers/notes_pages.py" />
   <source>comment on {name}</source>
   <translation>Kommentar zu {name}</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/controllers/notes_pages.py" />
   <source>group {name}</source>
   <translation>Gruppe {name}</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/controllers/notes_pages.py" />
   <source>name of {old}</source>
   <translation>Name von {old}</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/controllers/notes_pages.py" />
   <source>units in {group}</source>
   <translation>Einheiten in {group}</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/controllers/notes_pages.py" />
   <source>units out of groups</source>
   <translation>Einheiten aus Gruppen</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/controllers/notes_pages.py" />
   <source>{place} in {group}</source>
   <translation>{place} in {group}</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/controllers/notes_pages.py" />
   <source>{place} out of {group}</source>
   <translation>{place} aus {group}</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/controllers/palette.py" />
   <source>Action</source>
   <translation>Aktion</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/controllers/palette.py" />
   <source>Node</source>
   <translation>Knoten</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/controllers/palette.py" />
   <source>Unit</source>
   <translation>Einheit</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/controllers/pictures.py" />
   <source>Opening pictures</source>
   <translation>Bilder öffnen</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/controllers/pictures.py" />
   <source>Opening samples</source>
   <translation>Beispiele öffnen</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/controllers/pictures.py" />
   <source>Opening {count} pictures</source>
   <translation>{count} Bilder öffnen</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/controllers/pictures.py" />
   <source>Pasted picture {pasted}</source>
   <translation>Eingefügtes Bild {pasted}</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/controllers/pictures.py" />
   <source>{name} at {node}</source>
   <translation>{name} an {node}</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/controllers/prompts.py" />
   <source>Choose a node with units: they answer to written words.</source>
   <translation>Einen Knoten mit Einheiten wählen: Sie antworten auf geschriebene Wörter.</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/controllers/prompts.py" />
   <source>Choose one, or a unit of {node}.</source>
   <translation>Eines wählen, oder eine Einheit von {node}.</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/controllers/prompts.py" />
   <source>Nearest words</source>
   <translation>Nächste Wörter</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/controllers/prompts.py" />
   <source>No picture chosen</source>
   <translation>Kein Bild gewählt</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/controllers/prompts.py" />
   <source>No prompts yet</source>
   <translation>Noch keine Prompts</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/controllers/prompts.py" />
   <source>No text tower</source>
   <translation>Kein Textturm</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/controllers/prompts.py" />
   <source>No units here</source>
   <translation>Hier gibt es keine Einheiten</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/controllers/prompts.py" />
   <source>Prompts on {name}</source>
   <translation>Prompts auf {name}</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/controllers/prompts.py" />
   <source>Stroop grid</source>
   <translation>Stroop-Gitter</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/controllers/prompts.py" />
   <source>That cannot be done</source>
   <translation>Das geht nicht</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/controllers/prompts.py" />
   <source>Type what the picture may show, one prompt a line.</source>
   <translation>Eingeben, was das Bild zeigen könnte, ein Prompt je Zeile.</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/controllers/prompts.py" />
   <source>Words and pictures share a space in CLIP’s networks; {name} is none.</source>
   <translation>Wörter und Bilder teilen in CLIPs Netzen einen Raum; {name} ist keines davon.</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/controllers/prompts.py" />
   <source>Words at {node}</source>
   <translation>Wörter an {node}</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/controllers/prompts.py" />
   <source>Writing the words</source>
   <translation>Wörter schreiben</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/controllers/prompts.py" />
   <source>the last layer</source>
   <translation>der letzten Schicht</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/controllers/scanning.py" />
   <source> and {count} more</source>
   <translation> und {count} weitere</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/controllers/scanning.py" />
   <source>A scan of {left}.</source>
   <translation>Eine Durchmusterung von {left}.</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/controllers/scanning.py" />
   <source>Go on</source>
   <translation>Fortsetzen</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/controllers/scanning.py" />
   <source>Looking into {named}</source>
   <translation>{named} ansehen</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/controllers/scanning.py" />
   <source>Open a network first: then pictures can be scanned.</source>
   <translation>Zuerst ein Netz öffnen: Dann lassen sich Bilder durchmustern.</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/controllers/scanning.py" />
   <source>Scan this folder…</source>
   <translation>Diesen Ordner durchmustern…</translation>
  </message>
  <message numerus="yes">
   <location filename="../../inspector/gui/controllers/scanning.py" />
   <source>Scanned {pictures:,} pictures of {title} with {network}</source>
   <translation>
    <numerusform>{pictures:,} Bild von {title} mit {network} durchmustert</numerusform>
    <numerusform>{pictures:,} Bilder von {title} mit {network} durchmustert</numerusform>
   </translation>
  </message>
  <message>
   <location filename="../../inspector/gui/controllers/scanning.py" />
   <source>Scanning {named}</source>
   <translation>{named} durchmustern</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/controllers/scanning.py" />
   <source>Show them</source>
   <translation>Zeigen</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/controllers/scanning.py" />
   <source>the sample pictures</source>
   <translation>die Beispielbilder</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/controllers/scanning.py" />
   <source>{count}; {skipped_count:,} could not be read.</source>
   <translation>{count}; {skipped_count:,} waren nicht lesbar.</translation>
  </message>
  <message numerus="yes">
   <location filename="../../inspector/gui/controllers/scanning.py" />
   <source>{named} holds {count:,} pictures.</source>
   <translation>
    <numerusform>{named} enthält {count:,} Bild.</numerusform>
    <numerusform>{named} enthält {count:,} Bilder.</numerusform>
   </translation>
  </message>
  <message>
   <location filename="../../inspector/gui/controllers/scanning.py" />
   <source>{named} was not scanned: {sentence}</source>
   <translation>{named} wurde nicht durchmustert: {sentence}</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/controllers/side_asking.py" />
   <source>Opening examples of {place}</source>
   <translation>Öffne Beispiele von {place}</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/controllers/side_asking.py" />
   <source>Tuning of {network}/{node} to {family}</source>
   <translation>Abstimmung von {network}/{node} auf {family}</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/controllers/side_asking.py" />
   <source>not measured yet</source>
   <translation>noch nicht gemessen</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/controllers/side_asking.py" />
   <source>seen as </source>
   <translation>gesehen als </translation>
  </message>
  <message>
   <location filename="../../inspector/gui/controllers/side_asking.py" />
   <source>{name} at {network}/{node}</source>
   <translation>{name} an {network}/{node}</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/controllers/side_asking.py" />
   <source>{picture} · maximum {peak}</source>
   <translation>{picture} · Maximum {peak}</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/controllers/side_by_side.py" />
   <source> · not linked</source>
   <translation> · nicht verbunden</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/controllers/side_by_side.py" />
   <source>Choose one: a network, or a checkpoint of this one. Both are shown the same pictures, then stand here.</source>
   <translation>Eines wählen: ein Netz oder einen Zwischenstand von diesem. Beide sehen dieselben Bilder und stehen dann hier.</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/controllers/side_by_side.py" />
   <source>No second network yet</source>
   <translation>Noch kein zweites Netz</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/controllers/side_by_side.py" />
   <source>Nothing in {name} belongs to {short}</source>
   <translation>Nichts in {name} gehört zu {short}</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/controllers/side_by_side.py" />
   <source>Pairing the units …</source>
   <translation>Die Einheiten werden gepaart …</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/controllers/side_by_side.py" />
   <source>correlation {value} {many}</source>
   <translation>Korrelation {value} {many}</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/controllers/side_by_side.py" />
   <source>no correlation known</source>
   <translation>keine Korrelation bekannt</translation>
  </message>
  <message numerus="yes">
   <location filename="../../inspector/gui/controllers/side_by_side.py" />
   <source>over {count} pictures</source>
   <translation>
    <numerusform>über {count} Bild</numerusform>
    <numerusform>über {count} Bilder</numerusform>
   </translation>
  </message>
  <message>
   <location filename="../../inspector/gui/controllers/suggestions.py" />
   <source>All of them were accepted or rejected.</source>
   <translation>Alle wurden angenommen oder abgelehnt.</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/controllers/suggestions.py" />
   <source>rejection of {name}</source>
   <translation>Ablehnung von {name}</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/controllers/tiles.py" />
   <source>Kernels of {name}</source>
   <translation>Kerne von {name}</translation>
  </message>
  <message numerus="yes">
   <location filename="../../inspector/gui/controllers/tuning.py" />
   <source>{pictures:,} pictures of {title}</source>
   <translation>
    <numerusform>{pictures:,} Bild von {title}</numerusform>
    <numerusform>{pictures:,} Bilder von {title}</numerusform>
   </translation>
  </message>
  <message>
   <location filename="../../inspector/gui/controllers/tuning_beside.py" />
   <source>Closing {idle}</source>
   <translation>{idle} schließen</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/controllers/tuning_beside.py" />
   <source>Open a network beside this one</source>
   <translation>Ein Netz neben diesem öffnen</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/controllers/tuning_beside.py" />
   <source>Tuning of {location} to {family}</source>
   <translation>Abstimmung von {location} auf {family}</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/controllers/tuning_exports.py" />
   <source>Arrays for numpy (*.npz)</source>
   <translation>Arrays für numpy (*.npz)</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/controllers/tuning_exports.py" />
   <source>Drawing (*.svg)</source>
   <translation>Zeichnung (*.svg)</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/controllers/tuning_exports.py" />
   <source>Writing the tuning</source>
   <translation>Abstimmung schreiben</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/controllers/tuning_families.py" />
   <source>Open stimuli from a file</source>
   <translation>Reize aus einer Datei öffnen</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/controllers/tuning_families.py" />
   <source>Opening stimuli runs the Python code in {path}. It can do whatever you can do on this computer: open it only where you know who wrote it.</source>
   <translation>Reize zu öffnen führt den Python-Code in {path} aus. Er darf auf diesem Rechner alles, was sein Benutzer darf: nur öffnen, wenn bekannt ist, wer ihn schrieb.</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/controllers/tuning_families.py" />
   <source>Python (*.py)</source>
   <translation>Python (*.py)</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/controllers/tuning_families.py" />
   <source>Run it</source>
   <translation>Ausführen</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/controllers/tuning_families.py" />
   <source>Run this file?</source>
   <translation>Diese Datei ausführen?</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/controllers/tuning_families.py" />
   <source>Run {name}?</source>
   <translation>{name} ausführen?</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/controllers/tuning_families.py" />
   <source>Running {name}</source>
   <translation>{name} ausführen</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/controllers/tuning_pins.py" />
   <source>{location} (before)</source>
   <translation>{location} (zuvor)</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/controllers/tuning_scale.py" />
   <source>Spread of {network}/{node}</source>
   <translation>Streuung von {network}/{node}</translation>
  </message>
  <message numerus="yes">
   <location filename="../../inspector/gui/controllers/tuning_scale.py" />
   <source>Spread of {network}/{node} over {count:,} pictures</source>
   <translation>
    <numerusform>Streuung von {network}/{node} über {count:,} Bild</numerusform>
    <numerusform>Streuung von {network}/{node} über {count:,} Bilder</numerusform>
   </translation>
  </message>
  <message>
   <location filename="../../inspector/gui/controllers/unit_pictures.py" />
   <source>Pictures of units</source>
   <translation>Bilder von Einheiten</translation>
  </message>
  <message numerus="yes">
   <location filename="../../inspector/gui/controllers/unit_pictures.py" />
   <source>Pictures of {count} units of {node}</source>
   <translation>
    <numerusform>Bilder von {count} Einheit von {node}</numerusform>
    <numerusform>Bilder von {count} Einheiten von {node}</numerusform>
   </translation>
  </message>
  <message>
   <location filename="../../inspector/gui/controllers/unit_pictures.py" />
   <source>feature visualization</source>
   <translation>Merkmalsvisualisierung</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/controllers/weights.py" />
   <source>Choose a unit: what it is made of and what uses it stands here.</source>
   <translation>Eine Einheit wählen: Woraus sie besteht und wer sie verwendet, steht dann hier.</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/controllers/weights.py" />
   <source>Expanded weights of {location}</source>
   <translation>Erweiterte Gewichte von {location}</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/controllers/weights.py" />
   <source>Following the wires</source>
   <translation>Verbindungen verfolgen</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/controllers/weights.py" />
   <source>Weights of {location}</source>
   <translation>Gewichte von {location}</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/controllers/weights_files.py" />
   <source>Choose a folder of weights</source>
   <translation>Ordner mit Gewichten wählen</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/controllers/weights_files.py" />
   <source>Fetching the weights of {name}</source>
   <translation>Gewichte von {name} holen</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/controllers/weights_files.py" />
   <source>Looking for weights in {folder}</source>
   <translation>Gewichte in {folder} suchen</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/controllers/weights_files.py" />
   <source>The weights are in {result}.</source>
   <translation>Die Gewichte liegen in {result}.</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/controllers/workspace.py" />
   <source>Another window has this workspace open. Both see what either keeps; writing takes turns, and the same pictures are scanned by one of them only.</source>
   <translation>Ein anderes Fenster hat diesen Arbeitsbereich offen. Beide sehen, was das andere behält; geschrieben wird abwechselnd, und dieselben Bilder durchmustert nur eines von beiden.</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/controllers/workspace.py" />
   <source>Checking the workspace</source>
   <translation>Arbeitsbereich prüfen</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/controllers/workspace.py" />
   <source>Clearing the workspace</source>
   <translation>Arbeitsbereich aufräumen</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/controllers/workspace.py" />
   <source>Looking at the workspace</source>
   <translation>Arbeitsbereich ansehen</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/controllers/workspace.py" />
   <source>Workspace shared</source>
   <translation>Geteilter Arbeitsbereich</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/dialogs/atlas.py" />
   <source>A web site of every unit, to be browsed by people who have not got this program: from a folder, a stick or any web server. It is made in the background; stopped, it goes on where it was.</source>
   <translation>Eine Website jeder Einheit, zum Blättern für alle, die dieses Programm nicht haben: aus einem Ordner, von einem Stick oder jedem Webserver. Sie entsteht im Hintergrund; angehalten geht sie weiter, wo sie war.</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/dialogs/atlas.py" />
   <source>All {count} families</source>
   <translation>Alle {count} Familien</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/dialogs/atlas.py" />
   <source>Channel</source>
   <translation>Kanal</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/dialogs/atlas.py" />
   <source>Choose a folder of pictures</source>
   <translation>Ordner mit Bildern wählen</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/dialogs/atlas.py" />
   <source>Choose the folder of the site</source>
   <translation>Ordner der Website wählen</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/dialogs/atlas.py" />
   <source>Choose…</source>
   <translation>Wählen…</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/dialogs/atlas.py" />
   <source>Examples from</source>
   <translation>Beispiele aus</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/dialogs/atlas.py" />
   <source>Folder</source>
   <translation>Ordner</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/dialogs/atlas.py" />
   <source>Folder of the site</source>
   <translation>Ordner der Website</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/dialogs/atlas.py" />
   <source>Folder…</source>
   <translation>Ordner…</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/dialogs/atlas.py" />
   <source>Leave real pictures and their names out of the site</source>
   <translation>Echte Bilder und ihre Namen nicht auf die Website nehmen</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/dialogs/atlas.py" />
   <source>Licence</source>
   <translation>Lizenz</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/dialogs/atlas.py" />
   <source>Licence line</source>
   <translation>Lizenzzeile</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/dialogs/atlas.py" />
   <source>Make</source>
   <translation>Anlegen</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/dialogs/atlas.py" />
   <source>Make an atlas</source>
   <translation>Atlas machen</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/dialogs/atlas.py" />
   <source>Negative</source>
   <translation>Negativ</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/dialogs/atlas.py" />
   <source>Neuron</source>
   <translation>Neuron</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/dialogs/atlas.py" />
   <source>Nodes</source>
   <translation>Knoten</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/dialogs/atlas.py" />
   <source>Nodes of the atlas</source>
   <translation>Knoten des Atlas</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/dialogs/atlas.py" />
   <source>None</source>
   <translation>Keine</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/dialogs/atlas.py" />
   <source>Pictures made</source>
   <translation>Fertige Bilder</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/dialogs/atlas.py" />
   <source>Pictures to find examples in</source>
   <translation>Bilder, in denen Beispiele gesucht werden</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/dialogs/atlas.py" />
   <source>Recipe of the visualizations</source>
   <translation>Rezept der Visualisierungen</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/dialogs/atlas.py" />
   <source>Samples</source>
   <translation>Beispiele</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/dialogs/atlas.py" />
   <source>Stimulus families of the tuning</source>
   <translation>Reizfamilien der Abstimmung</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/dialogs/atlas.py" />
   <source>a new folder, or one that holds an atlas</source>
   <translation>ein neuer Ordner, oder einer mit einem Atlas</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/dialogs/atlas.py" />
   <source>none: without examples</source>
   <translation>keine: ohne Beispiele</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/dialogs/atlas.py" />
   <source>who may do what, for example CC BY 4.0</source>
   <translation>wer was darf, zum Beispiel CC BY 4.0</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/dialogs/beside.py" />
   <source>&amp;Node</source>
   <translation>&amp;Knoten</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/dialogs/beside.py" />
   <source>&amp;Unit</source>
   <translation>&amp;Einheit</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/dialogs/beside.py" />
   <source>0 to {units:,}</source>
   <translation>0 bis {units:,}</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/dialogs/beside.py" />
   <source>It is shown the same stimuli as the current unit, in its own network’s size.</source>
   <translation>Sie sieht dieselben Reize wie die aktuelle Einheit, in der Größe ihres eigenen Netzes.</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/dialogs/beside.py" />
   <source>Pin</source>
   <translation>Anheften</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/dialogs/beside.py" />
   <source>Pin a unit of {name}</source>
   <translation>Eine Einheit von {name} anheften</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/dialogs/beside.py" />
   <source>Which unit of {name}?</source>
   <translation>Welche Einheit von {name}?</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/dialogs/beside.py" />
   <source>{name} has no such node.</source>
   <translation>{name} hat keinen solchen Knoten.</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/dialogs/class_search.py" />
   <source>(mean of the class − mean of the others) / their sum, of the pictures’ maxima</source>
   <translation>(Mittel der Klasse − Mittel der anderen) / ihre Summe, aus den Maxima der Bilder</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/dialogs/class_search.py" />
   <source>Class</source>
   <translation>Klasse</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/dialogs/class_search.py" />
   <source>No unit answers more to {label} than to other classes.</source>
   <translation>Keine Einheit antwortet auf {label} stärker als auf andere Klassen.</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/dialogs/class_search.py" />
   <source>Selectivity</source>
   <translation>Selektivität</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/dialogs/class_search.py" />
   <source>Sort the grid by it</source>
   <translation>Kacheln danach ordnen</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/dialogs/class_search.py" />
   <source>Sort the units of the node that is open by their selectivity for this class.</source>
   <translation>Die Einheiten des geöffneten Knotens nach ihrer Bevorzugung dieser Klasse ordnen.</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/dialogs/class_search.py" />
   <source>The scanned pictures have no classes.</source>
   <translation>Die durchmusterten Bilder haben keine Klassen.</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/dialogs/class_search.py" />
   <source>Units most selective for</source>
   <translation>Einheiten, am wählerischsten für</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/dialogs/class_search.py" />
   <source>Units selective for a class</source>
   <translation>Einheiten, die eine Klasse bevorzugen</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/dialogs/class_search.py" />
   <source>Units, the most selective first</source>
   <translation>Einheiten, die wählerischste zuerst</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/dialogs/class_search.py" />
   <source>all nodes</source>
   <translation>alle Knoten</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/dialogs/class_search.py" />
   <source>in</source>
   <translation>in</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/dialogs/class_search.py" />
   <source>this node</source>
   <translation>dieser Knoten</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/dialogs/compose.py" />
   <source>Make pictures</source>
   <translation>Bilder machen</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/dialogs/compose_forms.py" />
   <source>A picture that makes the network say a class, or one that it will not call so.</source>
   <translation>Ein Bild, zu dem das Netz eine Klasse sagt, oder eines, das es nicht so nennt.</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/dialogs/compose_forms.py" />
   <source>A strip of pictures in equal steps from this unit to another one of the layer.</source>
   <translation>Ein Streifen von Bildern in gleichen Schritten von dieser Einheit zu einer anderen der Schicht.</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/dialogs/compose_forms.py" />
   <source>Add a unit</source>
   <translation>Einheit hinzufügen</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/dialogs/compose_forms.py" />
   <source>From unit</source>
   <translation>Von Einheit</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/dialogs/compose_forms.py" />
   <source>Interpolation to a unit</source>
   <translation>Interpolation zu einer Einheit</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/dialogs/compose_forms.py" />
   <source>Negative: away from the class</source>
   <translation>Negativ: von der Klasse weg</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/dialogs/compose_forms.py" />
   <source>One picture for several units of the layer at once; a negative weight silences a unit.</source>
   <translation>Ein Bild für mehrere Einheiten der Schicht zugleich; ein negatives Gewicht bringt eine Einheit zum Schweigen.</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/dialogs/compose_forms.py" />
   <source>Several units</source>
   <translation>Mehrere Einheiten</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/dialogs/compose_forms.py" />
   <source>Take this unit away</source>
   <translation>Diese Einheit entfernen</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/dialogs/compose_forms.py" />
   <source>To unit</source>
   <translation>Zu Einheit</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/dialogs/compose_forms.py" />
   <source>Weight</source>
   <translation>Gewicht</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/dialogs/compose_forms.py" />
   <source>unit</source>
   <translation>Einheit</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/dialogs/compose_forms.py" />
   <source>weight</source>
   <translation>Gewicht</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/dialogs/diagnostics.py" />
   <source>Copied</source>
   <translation>Kopiert</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/dialogs/diagnostics.py" />
   <source>Copy</source>
   <translation>Kopieren</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/dialogs/diagnostics.py" />
   <source>Diagnostics</source>
   <translation>Diagnose</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/dialogs/diagnostics.py" />
   <source>Read it before you send it to anyone.</source>
   <translation>Vor dem Weitergeben durchlesen.</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/dialogs/diagnostics.py" />
   <source>With paths and user names</source>
   <translation>Mit Pfaden und Benutzernamen</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/dialogs/export_data.py" />
   <source>All arrays in one file for numpy, with what each of them is.</source>
   <translation>Alle Arrays in einer Datei für numpy, mit dem, was jedes ist.</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/dialogs/export_data.py" />
   <source>Arrays of this page</source>
   <translation>Arrays dieser Seite</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/dialogs/export_data.py" />
   <source>As</source>
   <translation>Als</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/dialogs/export_data.py" />
   <source>CSV</source>
   <translation>CSV</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/dialogs/export_data.py" />
   <source>Export as {}</source>
   <translation>Exportieren als {}</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/dialogs/export_data.py" />
   <source>Export data</source>
   <translation>Daten exportieren</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/dialogs/export_data.py" />
   <source>File</source>
   <translation>Datei</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/dialogs/export_data.py" />
   <source>Holds</source>
   <translation>Enthält</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/dialogs/export_data.py" />
   <source>NPZ</source>
   <translation>NPZ</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/dialogs/export_data.py" />
   <source>One table, for any spreadsheet.</source>
   <translation>Eine Tabelle, für jede Tabellenkalkulation.</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/dialogs/export_data.py" />
   <source>Page</source>
   <translation>Seite</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/dialogs/export_data.py" />
   <source>Table</source>
   <translation>Tabelle</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/dialogs/export_data.py" />
   <source>array</source>
   <translation>Array</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/dialogs/export_data.py" />
   <source>dimensions</source>
   <translation>Dimensionen</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/dialogs/export_file.py" />
   <source>Say which file to write.</source>
   <translation>Angeben, welche Datei geschrieben werden soll.</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/dialogs/export_file.py" />
   <source>Writing …</source>
   <translation>Wird geschrieben …</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/dialogs/export_page.py" />
   <source>A line at the foot: source or licence of the pictures</source>
   <translation>Eine Zeile am Fuß: Quelle oder Lizenz der Bilder</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/dialogs/export_page.py" />
   <source>Export page</source>
   <translation>Seite exportieren</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/dialogs/export_page.py" />
   <source>Leave real pictures and their names out</source>
   <translation>Echte Bilder und ihre Namen weglassen</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/dialogs/export_page.py" />
   <source>One file that opens in any browser and asks nothing of a network; pictures are in it.</source>
   <translation>Eine Datei, die sich in jedem Browser öffnet und kein Netz braucht; die Bilder sind darin.</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/dialogs/export_page.py" />
   <source>Page of</source>
   <translation>Seite von</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/dialogs/export_view.py" />
   <source>Also what is scrolled out of sight</source>
   <translation>Auch was aus dem Blick gerollt ist</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/dialogs/export_view.py" />
   <source>Caption</source>
   <translation>Bildunterschrift</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/dialogs/export_view.py" />
   <source>Colours</source>
   <translation>Farben</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/dialogs/export_view.py" />
   <source>Export view</source>
   <translation>Ansicht exportieren</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/dialogs/export_view.py" />
   <source>How much room the view is laid out in, in pixels of the screen: less room, larger letters.</source>
   <translation>In wie viel Raum die Ansicht gesetzt wird, in Bildschirmpixeln: weniger Raum, größere Buchstaben.</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/dialogs/export_view.py" />
   <source>Room</source>
   <translation>Raum</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/dialogs/export_view.py" />
   <source>The file is there already and will be replaced.</source>
   <translation>Die Datei gibt es schon, sie wird ersetzt.</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/dialogs/export_view.py" />
   <source>View</source>
   <translation>Ansicht</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/dialogs/export_view.py" />
   <source>Width</source>
   <translation>Breite</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/dialogs/export_view.py" />
   <source>With buttons and fields</source>
   <translation>Mit Schaltflächen und Feldern</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/dialogs/export_view.py" />
   <source>{pixels} pixels · {size}</source>
   <translation>{pixels} Pixel · {size}</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/dialogs/export_view.py" />
   <source>{width:.0f} × {height:.0f} mm</source>
   <translation>{width:.0f} × {height:.0f} mm</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/dialogs/export_view_parts.py" />
   <source>A drawing: lines stay lines and letters letters, to be edited in a drawing program.</source>
   <translation>Eine Zeichnung: Linien bleiben Linien und Buchstaben Buchstaben, in einem Zeichenprogramm zu bearbeiten.</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/dialogs/export_view_parts.py" />
   <source>A page of that size, for print: lines, letters and whole pictures.</source>
   <translation>Eine Seite dieser Größe, zum Drucken: Linien, Buchstaben und ganze Bilder.</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/dialogs/export_view_parts.py" />
   <source>A picture of pixels, at the resolution below.</source>
   <translation>Ein Bild aus Pixeln, in der Auflösung unten.</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/dialogs/export_view_parts.py" />
   <source>Dark</source>
   <translation>Dunkel</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/dialogs/export_view_parts.py" />
   <source>Light</source>
   <translation>Hell</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/dialogs/export_view_parts.py" />
   <source>PDF</source>
   <translation>PDF</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/dialogs/export_view_parts.py" />
   <source>PNG</source>
   <translation>PNG</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/dialogs/export_view_parts.py" />
   <source>Print (white)</source>
   <translation>Druck (weiß)</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/dialogs/export_view_parts.py" />
   <source>SVG</source>
   <translation>SVG</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/dialogs/facet.py" />
   <source>A facet is what tells one folder's pictures from another's at a node. Train it here, then look at units of later nodes by it: their pictures show that side of them.</source>
   <translation>Eine Facette ist, was an einem Knoten die Bilder eines Ordners von denen eines anderen unterscheidet. Sie wird hier trainiert; danach zeigen die Bilder von Einheiten späterer Knoten diese Seite von ihnen.</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/dialogs/facet.py" />
   <source>A facet needs a name and two folders of pictures.</source>
   <translation>Eine Facette braucht einen Namen und zwei Ordner mit Bildern.</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/dialogs/facet.py" />
   <source>Choose a node with units</source>
   <translation>Einen Knoten mit Einheiten wählen</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/dialogs/facet.py" />
   <source>Choose: {accessible}</source>
   <translation>Wählen: {accessible}</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/dialogs/facet.py" />
   <source>Facets</source>
   <translation>Facetten</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/dialogs/facet.py" />
   <source>Look at the current unit</source>
   <translation>Aktuelle Einheit ansehen</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/dialogs/facet.py" />
   <source>Look at units by a facet</source>
   <translation>Einheiten durch eine Facette ansehen</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/dialogs/facet.py" />
   <source>Name</source>
   <translation>Name</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/dialogs/facet.py" />
   <source>Name of the facet</source>
   <translation>Name der Facette</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/dialogs/facet.py" />
   <source>Pictures that do not</source>
   <translation>Bilder, die sie nicht zeigen</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/dialogs/facet.py" />
   <source>Pictures that show it</source>
   <translation>Bilder, die sie zeigen</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/dialogs/facet.py" />
   <source>Train</source>
   <translation>Trainieren</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/dialogs/facet.py" />
   <source>Training …</source>
   <translation>Training läuft …</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/dialogs/facet.py" />
   <source>Weight of the facet</source>
   <translation>Gewicht der Facette</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/dialogs/facet.py" />
   <source>“{name}” at {node}: {held_out:.0%} of the pictures left out are put right ({picture} and {picture2} in all). Choose a unit behind {node}.</source>
   <translation>„{name}“ an {node}: {held_out:.0%} der zurückgelegten Bilder werden richtig zugeordnet ({picture} und {picture2} insgesamt). Eine Einheit hinter {node} wählen.</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/dialogs/help.py" />
   <source>About this page</source>
   <translation>Über diese Seite</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/dialogs/help.py" />
   <source>Pages of the window</source>
   <translation>Seiten des Fensters</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/dialogs/help.py" />
   <source>What the page shows</source>
   <translation>Was die Seite zeigt</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/dialogs/input_size.py" />
   <source>&amp;Channels</source>
   <translation>&amp;Kanäle</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/dialogs/input_size.py" />
   <source>&amp;Height</source>
   <translation>&amp;Höhe</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/dialogs/input_size.py" />
   <source>&amp;Width</source>
   <translation>&amp;Breite</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/dialogs/input_size.py" />
   <source>Channels</source>
   <translation>Kanäle</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/dialogs/input_size.py" />
   <source>Height</source>
   <translation>Höhe</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/dialogs/input_size.py" />
   <source>Input size</source>
   <translation>Größe der Eingabe</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/dialogs/input_size.py" />
   <source>Which size of input shall it be shown?</source>
   <translation>Welche Größe soll die Eingabe haben?</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/dialogs/labels.py" />
   <source>A file holds a JSON list of names, or one name a line.</source>
   <translation>Eine Datei enthält eine JSON-Liste von Namen oder einen Namen je Zeile.</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/dialogs/labels.py" />
   <source>Class labels</source>
   <translation>Klassennamen</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/dialogs/labels.py" />
   <source>From a file…</source>
   <translation>Aus einer Datei…</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/dialogs/labels.py" />
   <source>Label</source>
   <translation>Name</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/dialogs/labels.py" />
   <source>Labels (*.json *.txt);;All files (*)</source>
   <translation>Namen (*.json *.txt);;Alle Dateien (*)</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/dialogs/labels.py" />
   <source>What the classes are called</source>
   <translation>Wie die Klassen heißen</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/dialogs/network_card.py" />
   <source>About the chosen network</source>
   <translation>Über das gewählte Netz</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/dialogs/network_card.py" />
   <source>Cancel download</source>
   <translation>Herunterladen abbrechen</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/dialogs/network_card.py" />
   <source>Choose a network to see what it is, or type what to open below.</source>
   <translation>Ein Netz wählen, um zu sehen, was es ist, oder unten eingeben, was geöffnet werden soll.</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/dialogs/network_card.py" />
   <source>Download</source>
   <translation>Herunterladen</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/dialogs/network_card.py" />
   <source>Download weights</source>
   <translation>Gewichte herunterladen</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/dialogs/network_card.py" />
   <source>Installed: {weights}</source>
   <translation>Vorhanden: {weights}</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/dialogs/network_card.py" />
   <source>Needs {needs}</source>
   <translation>Braucht {needs}</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/dialogs/network_card.py" />
   <source>No official weights: it opens untrained.</source>
   <translation>Keine offiziellen Gewichte: Es öffnet untrainiert.</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/dialogs/network_card.py" />
   <source>Register a folder of weights…</source>
   <translation>Ordner mit Gewichten anmelden…</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/dialogs/network_card.py" />
   <source>Weights: {address}
Licence: {licence}</source>
   <translation>Gewichte: {address}
Lizenz: {licence}</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/dialogs/network_card.py" />
   <source>input {input}</source>
   <translation>Eingabe {input}</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/dialogs/network_card.py" />
   <source>nodes</source>
   <translation>Knoten</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/dialogs/network_card.py" />
   <source>one of the Microscope’s eight</source>
   <translation>eines der acht des Microscope</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/dialogs/network_card.py" />
   <source>parameters</source>
   <translation>Parameter</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/dialogs/network_card.py" />
   <source>units</source>
   <translation>Einheiten</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/dialogs/network_card.py" />
   <source>{done:.0f} MB</source>
   <translation>{done:.0f} MB</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/dialogs/network_card.py" />
   <source>{done:.0f} of {total:.0f} MB</source>
   <translation>{done:.0f} von {total:.0f} MB</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/dialogs/open_network.py" />
   <source>&amp;Opens as</source>
   <translation>Öffnet &amp;als</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/dialogs/open_network.py" />
   <source>&amp;Weights file</source>
   <translation>&amp;Gewichtsdatei</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/dialogs/open_network.py" />
   <source>Choose a network</source>
   <translation>Netz wählen</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/dialogs/open_network.py" />
   <source>Choose a weights file</source>
   <translation>Gewichtsdatei wählen</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/dialogs/open_network.py" />
   <source>Filter networks</source>
   <translation>Netze filtern</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/dialogs/open_network.py" />
   <source>NAME, FILE or NAME=FILE</source>
   <translation>NAME, DATEI oder NAME=DATEI</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/dialogs/open_network.py" />
   <source>NAME, FILE, or NAME=FILE: the architecture NAME with the weights in FILE</source>
   <translation>NAME, DATEI oder NAME=DATEI: die Architektur NAME mit den Gewichten in DATEI</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/dialogs/open_network.py" />
   <source>Networks</source>
   <translation>Netze</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/dialogs/open_network.py" />
   <source>Networks and weights ({endings});;All files (*)</source>
   <translation>Netze und Gewichte ({endings});;Alle Dateien (*)</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/dialogs/open_network.py" />
   <source>Open network</source>
   <translation>Netz öffnen</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/dialogs/open_network.py" />
   <source>Weights file</source>
   <translation>Gewichtsdatei</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/dialogs/open_network.py" />
   <source>What to open</source>
   <translation>Was geöffnet werden soll</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/dialogs/open_network.py" />
   <source>none: the network’s own weights where found, else random ones</source>
   <translation>keine: die eigenen Gewichte des Netzes, wo sie gefunden werden, sonst zufällige</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/dialogs/palette.py" />
   <source>Action, node, unit, picture …</source>
   <translation>Aktion, Knoten, Einheit, Bild …</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/dialogs/palette.py" />
   <source>Go to or do anything</source>
   <translation>Alles finden und tun</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/dialogs/palette.py" />
   <source>Nothing of that name.</source>
   <translation>Nichts heißt so.</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/dialogs/palette.py" />
   <source>What to look for</source>
   <translation>Wonach gesucht wird</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/dialogs/palette.py" />
   <source>What was found</source>
   <translation>Was gefunden wurde</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/dialogs/parts.py" />
   <source>Error</source>
   <translation>Fehler</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/dialogs/preprocessing.py" />
   <source> px</source>
   <translation> px</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/dialogs/preprocessing.py" />
   <source>Black and white</source>
   <translation>Schwarz und Weiß</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/dialogs/preprocessing.py" />
   <source>Black and white become</source>
   <translation>Schwarz und Weiß werden zu</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/dialogs/preprocessing.py" />
   <source>Centre crop, height and width</source>
   <translation>Ausschnitt der Mitte, Höhe und Breite</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/dialogs/preprocessing.py" />
   <source>From a picture to the network’s input</source>
   <translation>Vom Bild zur Eingabe des Netzes</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/dialogs/preprocessing.py" />
   <source>Height of the crop, in pixels</source>
   <translation>Höhe des Ausschnitts, in Pixeln</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/dialogs/preprocessing.py" />
   <source>In this order. Results made before a change belong to the old values.</source>
   <translation>In dieser Reihenfolge. Ergebnisse von vor einer Änderung gehören zu den alten Werten.</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/dialogs/preprocessing.py" />
   <source>L (one channel of luminance)</source>
   <translation>L (ein Kanal mit der Helligkeit)</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/dialogs/preprocessing.py" />
   <source>Mean</source>
   <translation>Mittelwert</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/dialogs/preprocessing.py" />
   <source>Mean, subtracted</source>
   <translation>Mittelwert, abgezogen</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/dialogs/preprocessing.py" />
   <source>Order of the channels</source>
   <translation>Reihenfolge der Kanäle</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/dialogs/preprocessing.py" />
   <source>Preprocessing</source>
   <translation>Vorverarbeitung</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/dialogs/preprocessing.py" />
   <source>Resize the shorter side to</source>
   <translation>Kürzere Seite skalieren auf</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/dialogs/preprocessing.py" />
   <source>Shorter side before the crop, in pixels</source>
   <translation>Kürzere Seite vor dem Ausschnitt, in Pixeln</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/dialogs/preprocessing.py" />
   <source>Std</source>
   <translation>Streuung</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/dialogs/preprocessing.py" />
   <source>Std, divided by</source>
   <translation>Streuung, Teiler</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/dialogs/preprocessing.py" />
   <source>Width of the crop, in pixels</source>
   <translation>Breite des Ausschnitts, in Pixeln</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/dialogs/preprocessing.py" />
   <source>Without, the picture is stretched to the crop</source>
   <translation>Ohne dies wird das Bild auf den Ausschnitt gedehnt</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/dialogs/preprocessing.py" />
   <source>black</source>
   <translation>Schwarz</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/dialogs/preprocessing.py" />
   <source>first channel</source>
   <translation>erster Kanal</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/dialogs/preprocessing.py" />
   <source>second channel</source>
   <translation>zweiter Kanal</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/dialogs/preprocessing.py" />
   <source>third channel</source>
   <translation>dritter Kanal</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/dialogs/preprocessing.py" />
   <source>white</source>
   <translation>Weiß</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/dialogs/recipe.py" />
   <source>Copy text</source>
   <translation>Text kopieren</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/dialogs/recipe.py" />
   <source>Copy the whole recipe as text.</source>
   <translation>Das ganze Rezept als Text kopieren.</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/dialogs/recipe.py" />
   <source>How was this made?</source>
   <translation>Wie entstand dies?</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/dialogs/recipe.py" />
   <source>In Python</source>
   <translation>In Python</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/dialogs/recipe.py" />
   <source>Make again</source>
   <translation>Noch einmal machen</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/dialogs/recipe.py" />
   <source>Make the pictures again, exactly so; on this computer they come out the same, bit for bit.</source>
   <translation>Die Bilder genau so noch einmal machen; auf diesem Rechner gleichen sie sich Bit für Bit.</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/dialogs/recipe.py" />
   <source>Recipe</source>
   <translation>Rezept</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/dialogs/recipe_knob.py" />
   <source>Back to the recipe’s value.</source>
   <translation>Zurück zum Wert des Rezepts.</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/dialogs/recipe_knob.py" />
   <source>Reset {title}</source>
   <translation>{title} zurücksetzen</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/dialogs/recipe_knob.py" />
   <source>automatic</source>
   <translation>automatisch</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/dialogs/recipe_settings.py" />
   <source>All settings of the feature visualization</source>
   <translation>Alle Einstellungen der Merkmalsvisualisierung</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/dialogs/recipe_settings.py" />
   <source>Every number back to the recipe’s.</source>
   <translation>Jede Zahl zurück zu der des Rezepts.</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/dialogs/recipe_settings.py" />
   <source>Make the pictures of the current unit with these numbers.</source>
   <translation>Die Bilder der aktuellen Einheit mit diesen Zahlen machen.</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/dialogs/recipe_settings.py" />
   <source>Objectives</source>
   <translation>Ziele</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/dialogs/recipe_settings.py" />
   <source>Reset all</source>
   <translation>Alles zurücksetzen</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/dialogs/recipe_settings.py" />
   <source>Settings of the recipe</source>
   <translation>Einstellungen des Rezepts</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/dialogs/recipe_settings.py" />
   <source>What each picture is to drive, separated by semicolons: channel; neuron; -channel; layer; channel(3) - 0.5*neuron(7@2,3); diversity(channel, 3); interpolate(channel(3), channel(17), 5).</source>
   <translation>Was jedes Bild anregen soll, durch Semikolons getrennt: channel; neuron; -channel; layer; channel(3) - 0.5*neuron(7@2,3); diversity(channel, 3); interpolate(channel(3), channel(17), 5).</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/dialogs/scan.py" />
   <source>Archives and lists ({endings});;All files (*)</source>
   <translation>Archive und Listen ({endings});;Alle Dateien (*)</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/dialogs/scan.py" />
   <source>Choose an archive or a list of pictures</source>
   <translation>Ein Archiv oder eine Liste von Bildern wählen</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/dialogs/scan.py" />
   <source>Count equal pictures once</source>
   <translation>Gleiche Bilder einmal zählen</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/dialogs/scan.py" />
   <source>Every picture runs through the network once. Each unit then shows what drives it most and least, how its values are distributed, and for which classes it stands.</source>
   <translation>Jedes Bild läuft einmal durch das Netz. Jede Einheit zeigt danach, was sie am stärksten und am schwächsten anregt, wie ihre Werte verteilt sind und für welche Klassen sie steht.</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/dialogs/scan.py" />
   <source>Files of the same bytes are found first; that reads every file once more.</source>
   <translation>Dateien mit denselben Bytes werden zuerst gesucht; dazu wird jede Datei einmal mehr gelesen.</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/dialogs/scan.py" />
   <source>File…</source>
   <translation>Datei…</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/dialogs/scan.py" />
   <source>How many of the highest and of the lowest pictures each unit keeps.</source>
   <translation>Wie viele der höchsten und der niedrigsten Bilder jede Einheit behält.</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/dialogs/scan.py" />
   <source>Keep</source>
   <translation>Behalten</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/dialogs/scan.py" />
   <source>Nodes to scan</source>
   <translation>Zu durchmusternde Knoten</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/dialogs/scan.py" />
   <source>Pictures kept at either end</source>
   <translation>Behaltene Bilder an beiden Enden</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/dialogs/scan.py" />
   <source>Pictures to scan</source>
   <translation>Bilder zum Durchmustern</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/dialogs/scan.py" />
   <source>Scan</source>
   <translation>Durchmustern</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/dialogs/scan.py" />
   <source>Scan pictures</source>
   <translation>Bilder durchmustern</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/dialogs/scan.py" />
   <source>The sample pictures that came with the program.</source>
   <translation>Die Beispielbilder, die mit dem Programm kamen.</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/dialogs/scan.py" />
   <source>a folder, a zip or tar, a CSV or TSV list, a data set’s folder</source>
   <translation>ein Ordner, ein Zip oder Tar, eine Liste als CSV oder TSV, der Ordner eines Datensatzes</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/dialogs/scan.py" />
   <source>folder, archive or list</source>
   <translation>Ordner, Archiv oder Liste</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/dialogs/scan.py" />
   <source>highest and as many lowest of each unit</source>
   <translation>höchste und ebenso viele niedrigste je Einheit</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/dialogs/scan_left.py" />
   <source>Delete what it has found</source>
   <translation>Löschen, was gefunden wurde</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/dialogs/scan_left.py" />
   <source>Go on with the scan of {title}</source>
   <translation>Mit der Durchmusterung von {title} fortfahren</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/dialogs/scan_left.py" />
   <source>Scans that can go on</source>
   <translation>Durchmusterungen, die weitergehen können</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/dialogs/scan_left.py" />
   <source>{title}: stopped at {done:,} of {total:,} pictures</source>
   <translation>{title}: bei {done:,} von {total:,} Bildern angehalten</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/dialogs/scan_nodes.py" />
   <source>All</source>
   <translation>Alle</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/dialogs/scan_nodes.py" />
   <source>All {nodes:,} that have units ({units})</source>
   <translation>Alle {nodes:,}, die Einheiten haben ({units})</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/dialogs/scan_nodes.py" />
   <source>Chosen</source>
   <translation>Gewählte</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/dialogs/scan_nodes.py" />
   <source>Filter nodes</source>
   <translation>Knoten filtern</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/dialogs/scan_nodes.py" />
   <source>{count:,} of {count2:,} chosen</source>
   <translation>{count:,} von {count2:,} gewählt</translation>
  </message>
  <message numerus="yes">
   <location filename="../../inspector/gui/dialogs/scan_nodes.py" />
   <source>{count:,} units</source>
   <translation>
    <numerusform>{count:,} Einheit</numerusform>
    <numerusform>{count:,} Einheiten</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <location filename="../../inspector/gui/dialogs/scan_nodes.py" />
   <source>{name}   {op} · {units:,} units</source>
   <translation>
    <numerusform>{name}   {op} · {units:,} Einheit</numerusform>
    <numerusform>{name}   {op} · {units:,} Einheiten</numerusform>
   </translation>
  </message>
  <message>
   <location filename="../../inspector/gui/dialogs/scan_report.py" />
   <source>Unreadable pictures</source>
   <translation>Unlesbare Bilder</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/dialogs/scan_report.py" />
   <source>Unreadable pictures, a line each</source>
   <translation>Unlesbare Bilder, eine Zeile je Bild</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/dialogs/scan_report.py" />
   <source>{title}: {count:,} could not be read</source>
   <translation>{title}: {count:,} waren nicht lesbar</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/dialogs/scan_report.py" />
   <source>… and {count:,} more</source>
   <translation>… und {count:,} weitere</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/dialogs/settings.py" />
   <source> MB</source>
   <translation> MB</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/dialogs/settings.py" />
   <source>As the system</source>
   <translation>Wie das System</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/dialogs/settings.py" />
   <source>Automatic</source>
   <translation>Automatisch</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/dialogs/settings.py" />
   <source>CPU</source>
   <translation>CPU</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/dialogs/settings.py" />
   <source>CUDA (NVIDIA)</source>
   <translation>CUDA (NVIDIA)</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/dialogs/settings.py" />
   <source>Device</source>
   <translation>Gerät</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/dialogs/settings.py" />
   <source>Language</source>
   <translation>Sprache</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/dialogs/settings.py" />
   <source>MPS (Apple)</source>
   <translation>MPS (Apple)</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/dialogs/settings.py" />
   <source>Precision</source>
   <translation>Genauigkeit</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/dialogs/settings.py" />
   <source>Processors that torch computes with; automatic leaves one for the window.</source>
   <translation>Prozessoren, mit denen torch rechnet; automatisch lässt dem Fenster einen.</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/dialogs/settings.py" />
   <source>Results in memory</source>
   <translation>Ergebnisse im Speicher</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/dialogs/settings.py" />
   <source>Results that are held in memory, so that they are there at once when you come back.</source>
   <translation>Ergebnisse, die im Speicher bleiben, damit sie beim Zurückkommen sofort da sind.</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/dialogs/settings.py" />
   <source>Settings</source>
   <translation>Einstellungen</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/dialogs/settings.py" />
   <source>Theme</source>
   <translation>Farben</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/dialogs/settings.py" />
   <source>Threads</source>
   <translation>Threads</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/dialogs/settings.py" />
   <source>What computes; a device that is not there is told, and the CPU takes its place.</source>
   <translation>Was rechnet; fehlt ein Gerät, wird es gesagt, und die CPU tritt an seine Stelle.</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/dialogs/settings.py" />
   <source>What the window speaks from its next start on.</source>
   <translation>Was das Fenster vom nächsten Start an spricht.</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/dialogs/shortcuts.py" />
   <source>Actions and their keys</source>
   <translation>Aktionen und ihre Tasten</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/dialogs/shortcuts.py" />
   <source>Arrow keys, Home, End, PgUp, PgDn</source>
   <translation>Pfeiltasten, Pos1, Ende, Bild auf, Bild ab</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/dialogs/shortcuts.py" />
   <source>Ctrl+Wheel</source>
   <translation>Strg+Mausrad</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/dialogs/shortcuts.py" />
   <source>Grids and lists</source>
   <translation>Kacheln und Listen</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/dialogs/shortcuts.py" />
   <source>Keys</source>
   <translation>Tasten</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/dialogs/shortcuts.py" />
   <source>Larger or smaller tiles</source>
   <translation>Größere oder kleinere Kacheln</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/dialogs/shortcuts.py" />
   <source>Open the unit's page</source>
   <translation>Seite der Einheit öffnen</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/dialogs/shortcuts.py" />
   <source>Return</source>
   <translation>Eingabetaste</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/dialogs/shortcuts.py" />
   <source>Walk</source>
   <translation>Wandern</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/dialogs/trust.py" />
   <source>Opening this network runs code: {name} is {what}.</source>
   <translation>Dieses Netz zu öffnen führt Code aus: {name} ist {what}.</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/dialogs/trust.py" />
   <source>Run this code?</source>
   <translation>Diesen Code ausführen?</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/dialogs/trust.py" />
   <source>{file}

Code can do anything that you can do on this computer. Run it only if you know where it comes from. The answer is remembered until the file changes.</source>
   <translation>{file}

Code darf auf diesem Rechner alles, was sein Benutzer darf. Nur ausführen, wenn bekannt ist, woher er kommt. Die Antwort gilt, bis sich die Datei ändert.</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/dialogs/workspace.py" />
   <source>Check and repair</source>
   <translation>Prüfen und ausbessern</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/dialogs/workspace.py" />
   <source>Clear</source>
   <translation>Entfernen</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/dialogs/workspace.py" />
   <source>Clear {chosen}?</source>
   <translation>{chosen} entfernen?</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/dialogs/workspace.py" />
   <source>Clear…</source>
   <translation>Entfernen…</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/dialogs/workspace.py" />
   <source>Everything cleared can be made again; the pictures scanned are not touched.</source>
   <translation>Alles Entfernte lässt sich neu machen; die durchmusterten Bilder bleiben unberührt.</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/dialogs/workspace.py" />
   <source>Folder of the workspace</source>
   <translation>Ordner des Arbeitsbereichs</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/dialogs/workspace.py" />
   <source>How old</source>
   <translation>Wie alt</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/dialogs/workspace.py" />
   <source>Look through everything that is kept; mend or forget what is damaged.</source>
   <translation>Alles Behaltene durchsehen; Beschädigtes ausbessern oder vergessen.</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/dialogs/workspace.py" />
   <source>Nothing outlives this window: it was started fresh.</source>
   <translation>Nichts überdauert dieses Fenster: Es wurde frisch gestartet.</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/dialogs/workspace.py" />
   <source>Of which networks</source>
   <translation>Von welchen Netzen</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/dialogs/workspace.py" />
   <source>Pictures made of units</source>
   <translation>Bilder von Einheiten</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/dialogs/workspace.py" />
   <source>Pictures made of units, how many and how large</source>
   <translation>Bilder von Einheiten, wie viele und wie groß</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/dialogs/workspace.py" />
   <source>Scans of pictures</source>
   <translation>Durchmusterungen von Bildern</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/dialogs/workspace.py" />
   <source>Scans, how many and how large</source>
   <translation>Durchmusterungen, wie viele und wie groß</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/dialogs/workspace.py" />
   <source>What a check finds is told here.</source>
   <translation>Was eine Prüfung findet, steht dann hier.</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/dialogs/workspace.py" />
   <source>What is cleared is deleted from the disk.</source>
   <translation>Was entfernt wird, wird von der Platte gelöscht.</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/dialogs/workspace.py" />
   <source>What to clear</source>
   <translation>Was entfernt wird</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/dialogs/workspace.py" />
   <source>What was done, a line each</source>
   <translation>Was getan wurde, eine Zeile je Schritt</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/dialogs/workspace.py" />
   <source>Workspace</source>
   <translation>Arbeitsbereich</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/dialogs/workspace.py" />
   <source>everything</source>
   <translation>alles</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/dialogs/workspace.py" />
   <source>of all networks</source>
   <translation>aller Netze</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/dialogs/workspace.py" />
   <source>of any age</source>
   <translation>jeden Alters</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/dialogs/workspace.py" />
   <source>of this network</source>
   <translation>dieses Netzes</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/dialogs/workspace.py" />
   <source>older than 30 days</source>
   <translation>älter als 30 Tage</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/dialogs/workspace.py" />
   <source>older than 90 days</source>
   <translation>älter als 90 Tage</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/dialogs/workspace.py" />
   <source>older than a week</source>
   <translation>älter als eine Woche</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/dialogs/workspace.py" />
   <source>older than a year</source>
   <translation>älter als ein Jahr</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/dialogs/workspace.py" />
   <source>pictures made of units</source>
   <translation>Bilder von Einheiten</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/dialogs/workspace.py" />
   <source>scans</source>
   <translation>Durchmusterungen</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/dialogs/workspace.py" />
   <source>{count:.1f} MB</source>
   <translation>{count:.1f} MB</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/dialogs/workspace.py" />
   <source>{count:.2f} GB</source>
   <translation>{count:.2f} GB</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/exporting/about.py" />
   <source>edited: {edits}</source>
   <translation>verändert: {edits}</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/exporting/about.py" />
   <source>fingerprint {fingerprint}</source>
   <translation>Fingerabdruck {fingerprint}</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/exporting/about.py" />
   <source>picture {name}</source>
   <translation>Bild {name}</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/exporting/files.py" />
   <source>A picture of {width:,} × {height:,} pixels is too large: choose a smaller width, or SVG or PDF.</source>
   <translation>Ein Bild von {width:,} × {height:,} Pixeln ist zu groß: eine kleinere Breite wählen, oder SVG oder PDF.</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/exporting/preview.py" />
   <source>Preview of the export</source>
   <translation>Vorschau des Exports</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/exporting/sources.py" />
   <source>Compare with another network first.</source>
   <translation>Zuerst mit einem anderen Netz vergleichen.</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/exporting/sources.py" />
   <source>Gather the evidence first.</source>
   <translation>Zuerst die Belege sammeln.</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/exporting/sources.py" />
   <source>Measure something first.</source>
   <translation>Zuerst etwas messen.</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/exporting/sources.py" />
   <source>Scan a folder of pictures first.</source>
   <translation>Zuerst einen Ordner mit Bildern durchmustern.</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/exporting/sources.py" />
   <source>There are no numbers behind this page yet.</source>
   <translation>Hinter dieser Seite stehen noch keine Zahlen.</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/features/atlas.py" />
   <source>A web site of every unit, for people who have not got this program</source>
   <translation>Eine Website jeder Einheit, für alle, die dieses Programm nicht haben</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/features/atlas.py" />
   <source>Make an atlas…</source>
   <translation>Atlas machen…</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/features/blind.py" />
   <source>&amp;Notes</source>
   <translation>N&amp;otizen</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/features/blind.py" />
   <source>Export the labels</source>
   <translation>Namen exportieren</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/features/blind.py" />
   <source>Label crops blind</source>
   <translation>Ausschnitte blind benennen</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/features/blind.py" />
   <source>Name what crops of all ranges of activation show, without their value</source>
   <translation>Benennen, was Ausschnitte aller Aktivierungsbereiche zeigen, ohne ihren Wert</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/features/blind.py" />
   <source>no</source>
   <translation>nein</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/features/blind.py" />
   <source>not {label}</source>
   <translation>nicht {label}</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/features/blind.py" />
   <source>unclear</source>
   <translation>unklar</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/features/blind.py" />
   <source>yes</source>
   <translation>ja</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/features/clip.py" />
   <source>&amp;Picture</source>
   <translation>B&amp;ild</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/features/clip.py" />
   <source>Facets…</source>
   <translation>Facetten…</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/features/clip.py" />
   <source>Words and prompts</source>
   <translation>Wörter und Prompts</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/features/clip.py" />
   <source>Write a word on it</source>
   <translation>Ein Wort darauf schreiben</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/features/comparison.py" />
   <source>Choose a folder of checkpoints</source>
   <translation>Ordner mit Zwischenständen wählen</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/features/comparison.py" />
   <source>Compare with</source>
   <translation>Vergleichen mit</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/features/comparison.py" />
   <source>Compare with another network</source>
   <translation>Mit einem anderen Netz vergleichen</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/features/comparison.py" />
   <source>Comparing over the pictures in {folder}</source>
   <translation>Vergleich über die Bilder in {folder}</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/features/comparison.py" />
   <source>Export the comparison</source>
   <translation>Vergleich exportieren</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/features/desktop.py" />
   <source>New window</source>
   <translation>Neues Fenster</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/features/diagnostics.py" />
   <source>&amp;Help</source>
   <translation>&amp;Hilfe</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/features/diagnostics.py" />
   <source>Copy diagnostics…</source>
   <translation>Diagnose kopieren…</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/features/diagnostics.py" />
   <source>Versions, settings and the last lines of the log, without private paths</source>
   <translation>Versionen, Einstellungen und die letzten Zeilen des Protokolls, ohne private Pfade</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/features/editing.py" />
   <source>Cut its negative weights</source>
   <translation>Ihre negativen Gewichte kappen</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/features/editing.py" />
   <source>Silence the current unit</source>
   <translation>Aktuelle Einheit stummschalten</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/features/exporting.py" />
   <source>A unit, a node or a group as one HTML file</source>
   <translation>Eine Einheit, ein Knoten oder eine Gruppe als eine HTML-Datei</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/features/exporting.py" />
   <source>Export page…</source>
   <translation>Seite exportieren…</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/features/exporting.py" />
   <source>The numbers behind the page in sight as NPZ or CSV</source>
   <translation>Die Zahlen hinter der sichtbaren Seite als NPZ oder CSV</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/features/exporting.py" />
   <source>The page in sight as PNG, SVG or PDF, with a caption</source>
   <translation>Die sichtbare Seite als PNG, SVG oder PDF, mit Bildunterschrift</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/features/exporting.py" />
   <source>The page in sight as a picture with its caption, for another program</source>
   <translation>Die sichtbare Seite als Bild mit Unterschrift, für ein anderes Programm</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/features/first_tour.py" />
   <source>Five steps</source>
   <translation>Fünf Schritte</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/features/first_tour.py" />
   <source>Show me around</source>
   <translation>Rundgang</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/features/graph.py" />
   <source>Graph of the network</source>
   <translation>Graph des Netzes</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/features/graph.py" />
   <source>Units of the node</source>
   <translation>Einheiten des Knotens</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/features/help.py" />
   <source>What the page shows, how it is computed, when it misleads</source>
   <translation>Was die Seite zeigt, wie es berechnet wird, wann es täuscht</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/features/notes.py" />
   <source>Add to group…</source>
   <translation>Zu einer Gruppe hinzufügen…</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/features/notes.py" />
   <source>Export labels and groups</source>
   <translation>Namen und Gruppen exportieren</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/features/notes.py" />
   <source>Export labels and groups…</source>
   <translation>Namen und Gruppen exportieren…</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/features/notes.py" />
   <source>Groups of this node</source>
   <translation>Gruppen dieses Knotens</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/features/notes.py" />
   <source>Import labels and groups</source>
   <translation>Namen und Gruppen importieren</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/features/notes.py" />
   <source>Import labels and groups…</source>
   <translation>Namen und Gruppen importieren…</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/features/notes.py" />
   <source>Label this unit</source>
   <translation>Diese Einheit benennen</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/features/notes.py" />
   <source>Labels (*.json *.csv)</source>
   <translation>Namen (*.json *.csv)</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/features/notes.py" />
   <source>Next unlabelled unit</source>
   <translation>Nächste unbenannte Einheit</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/features/notes.py" />
   <source>Random unit</source>
   <translation>Zufällige Einheit</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/features/notes.py" />
   <source>Star</source>
   <translation>Stern</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/features/palette.py" />
   <source>Command palette</source>
   <translation>Befehlspalette</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/features/palette.py" />
   <source>Every shortcut on one sheet</source>
   <translation>Alle Tastenkürzel auf einem Blatt</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/features/palette.py" />
   <source>Go to or do anything…</source>
   <translation>Alles finden und tun…</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/features/recovery.py" />
   <source>The program did not end well last time. What was labelled, made and laid out is here again.</source>
   <translation>Das Programm endete beim letzten Mal nicht gut. Was benannt, gemacht und ausgelegt war, ist wieder da.</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/features/settings.py" />
   <source>Choosing the device</source>
   <translation>Gerät wählen</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/features/settings.py" />
   <source>Setting threads</source>
   <translation>Threads einstellen</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/features/settings.py" />
   <source>Settings…</source>
   <translation>Einstellungen…</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/features/settings.py" />
   <source>The window speaks it from its next start on.</source>
   <translation>Das Fenster spricht sie vom nächsten Start an.</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/features/settings.py" />
   <source>Theme, language, device, precision, threads, memory for results</source>
   <translation>Farben, Sprache, Gerät, Genauigkeit, Threads, Speicher für Ergebnisse</translation>
  </message>
  <message numerus="yes">
   <location filename="../../inspector/gui/features/settings.py" />
   <source>torch computes with {count} threads.</source>
   <translation>
    <numerusform>torch rechnet mit {count} Thread.</numerusform>
    <numerusform>torch rechnet mit {count} Threads.</numerusform>
   </translation>
  </message>
  <message>
   <location filename="../../inspector/gui/features/side_by_side.py" />
   <source>A second network beside this one, which follows every step</source>
   <translation>Ein zweites Netz neben diesem, das jedem Schritt folgt</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/features/side_by_side.py" />
   <source>Side by side — Neuron Inspector</source>
   <translation>Nebeneinander — Neuron Inspector</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/features/side_by_side.py" />
   <source>Two networks side by side</source>
   <translation>Zwei Netze nebeneinander</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/features/suggestions.py" />
   <source>Find this unit’s siblings</source>
   <translation>Geschwister dieser Einheit finden</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/features/suggestions.py" />
   <source>Which units fire to this one’s examples, turned, mirrored, scaled or in other hues</source>
   <translation>Welche Einheiten auf die Beispiele von dieser feuern, gedreht, gespiegelt, skaliert oder in anderen Farbtönen</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/features/waiting.py" />
   <source>This page is ready as soon as {name} is open.</source>
   <translation>Diese Seite ist bereit, sobald {name} geöffnet ist.</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/features/workspace.py" />
   <source>How much is kept on disk; check, repair and clear it</source>
   <translation>Wie viel auf der Platte liegt; prüfen, ausbessern und aufräumen</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/features/workspace.py" />
   <source>Workspace…</source>
   <translation>Arbeitsbereich…</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/models/catalogue.py" />
   <source>Input</source>
   <translation>Eingabe</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/models/catalogue.py" />
   <source>No weights found: it opens with random ones.</source>
   <translation>Keine Gewichte gefunden: Es öffnet mit zufälligen.</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/models/catalogue.py" />
   <source>Title</source>
   <translation>Titel</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/models/catalogue.py" />
   <source>Year</source>
   <translation>Jahr</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/models/catalogue.py" />
   <source>found</source>
   <translation>gefunden</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/models/indices.py" />
   <source>Its response to plain mid grey.</source>
   <translation>Ihre Antwort auf reines Mittelgrau.</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/models/indices.py" />
   <source>Standard deviation of its response to mid grey with a little noise in every pixel.</source>
   <translation>Standardabweichung ihrer Antwort auf Mittelgrau mit etwas Rauschen in jedem Pixel.</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/models/indices.py" />
   <source>The unit’s number.</source>
   <translation>Die Nummer der Einheit.</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/models/indices.py" />
   <source>{name}: click to sort by it.</source>
   <translation>{name}: klicken, um danach zu ordnen.</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/models/layers.py" />
   <source>Layer</source>
   <translation>Schicht</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/models/layers.py" />
   <source>Op</source>
   <translation>Op</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/models/layers.py" />
   <source>Output</source>
   <translation>Ausgabe</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/models/layers.py" />
   <source>Parameters</source>
   <translation>Parameter</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/models/layers.py" />
   <source>no parameters</source>
   <translation>keine Parameter</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/models/layers.py" />
   <source>no units</source>
   <translation>keine Einheiten</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/models/layers.py" />
   <source>{name}
{op}, output {shape}
{units}, {parameters}</source>
   <translation>{name}
{op}, Ausgabe {shape}
{units}, {parameters}</translation>
  </message>
  <message numerus="yes">
   <location filename="../../inspector/gui/models/layers.py" />
   <source>{parameters:,} parameters</source>
   <translation>
    <numerusform>{parameters:,} Parameter</numerusform>
    <numerusform>{parameters:,} Parameter</numerusform>
   </translation>
  </message>
  <message>
   <location filename="../../inspector/gui/models/tiles.py" />
   <source>could not be moved: no gradient reached the picture</source>
   <translation>ließ sich nicht bewegen: Kein Gradient erreichte das Bild</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/models/tiles.py" />
   <source>each map on its own scale</source>
   <translation>jede Karte mit eigener Skala</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/models/tiles.py" />
   <source>grey is zero, each on its own scale</source>
   <translation>Grau ist null, jeder mit eigener Skala</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/models/tiles.py" />
   <source>one scale for all units</source>
   <translation>eine Skala für alle Einheiten</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/models/tiles.py" />
   <source>tiles in sight are made first</source>
   <translation>sichtbare Kacheln entstehen zuerst</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/models/tiles.py" />
   <source>what drives each unit most among the scanned pictures</source>
   <translation>was jede Einheit unter den durchmusterten Bildern am stärksten anregt</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/models/units.py" />
   <source>, response {value}</source>
   <translation>, Antwort {value}</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/models/units.py" />
   <source>Unit {unit}{value}{note}</source>
   <translation>Einheit {unit}{value}{note}</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/panels/docks.py" />
   <source>Hide “{title}”</source>
   <translation>„{title}“ verbergen</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/panels/docks.py" />
   <source>Let “{title}” float</source>
   <translation>„{title}“ schweben lassen</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/panels/jobs.py" />
   <source> · {others} more</source>
   <translation> · {others} weitere</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/panels/jobs.py" />
   <source>100 % · 59 s left · 9 more</source>
   <translation>100 % · noch 59 s · 9 weitere</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/panels/jobs.py" />
   <source>Cancel all</source>
   <translation>Alle abbrechen</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/panels/jobs.py" />
   <source>Cancel this job</source>
   <translation>Diesen Auftrag abbrechen</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/panels/jobs.py" />
   <source>Cancel {title}</source>
   <translation>{title} abbrechen</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/panels/jobs.py" />
   <source>Cancelling…</source>
   <translation>Wird abgebrochen…</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/panels/jobs.py" />
   <source>Go on with {title}</source>
   <translation>{title} fortsetzen</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/panels/jobs.py" />
   <source>Job under way</source>
   <translation>Laufender Auftrag</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/panels/jobs.py" />
   <source>Jobs</source>
   <translation>Aufträge</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/panels/jobs.py" />
   <source>Leave {title} standing</source>
   <translation>{title} anhalten</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/panels/jobs.py" />
   <source>Nothing is running</source>
   <translation>Es läuft nichts</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/panels/jobs.py" />
   <source>Paused</source>
   <translation>Angehalten</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/panels/jobs.py" />
   <source>Running</source>
   <translation>Läuft</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/panels/jobs.py" />
   <source>Waiting</source>
   <translation>Wartet</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/panels/jobs.py" />
   <source>{hours} h {minutes} min</source>
   <translation>{hours} h {minutes} min</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/panels/jobs.py" />
   <source>{minutes} min</source>
   <translation>{minutes} min</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/panels/jobs.py" />
   <source>{time} left</source>
   <translation>noch {time}</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/panels/layers.py" />
   <source>DeepDream thumbnails</source>
   <translation>DeepDream-Bilder</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/panels/layers.py" />
   <source>DeepDream thumbnails: show at every layer in sight what strengthens all of it.</source>
   <translation>DeepDream-Bilder: an jeder sichtbaren Schicht zeigen, was sie im Ganzen stärkt.</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/panels/layers.py" />
   <source>Filter by name or op</source>
   <translation>Nach Name oder Op filtern</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/panels/layers.py" />
   <source>No layer matches</source>
   <translation>Keine Schicht passt</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/panels/layers.py" />
   <source>No network</source>
   <translation>Kein Netz</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/panels/layers.py" />
   <source>Try part of a name (layer3) or an op (conv2d).</source>
   <translation>Einen Teil eines Namens (layer3) oder eine Op (conv2d) versuchen.</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/panels/layers.py" />
   <source>{found} of {total}</source>
   <translation>{found} von {total}</translation>
  </message>
  <message numerus="yes">
   <location filename="../../inspector/gui/panels/layers.py" />
   <source>{total} nodes</source>
   <translation>
    <numerusform>{total} Knoten</numerusform>
    <numerusform>{total} Knoten</numerusform>
   </translation>
  </message>
  <message>
   <location filename="../../inspector/gui/panels/own_window.py" />
   <source>Close that window to have it here again.</source>
   <translation>Jenes Fenster schließen, um sie wieder hier zu haben.</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/panels/own_window.py" />
   <source>Put it back</source>
   <translation>Zurückholen</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/panels/own_window.py" />
   <source>Put “{title}” back into the main window</source>
   <translation>„{title}“ ins Hauptfenster zurückholen</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/panels/own_window.py" />
   <source>{title}: in a window of its own</source>
   <translation>{title}: in einem eigenen Fenster</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/panels/pages.py" />
   <source>In a window of its own</source>
   <translation>In einem eigenen Fenster</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/panels/pages.py" />
   <source>Pages of {place}</source>
   <translation>Seiten von {place}</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/panels/pages.py" />
   <source>Put it back into the window</source>
   <translation>Ins Fenster zurückholen</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/panels/picture_strip.py" />
   <source>Remove from the strip</source>
   <translation>Aus der Leiste entfernen</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/panels/pictures.py" />
   <source>Dismiss</source>
   <translation>Schließen</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/panels/pictures.py" />
   <source>Drop pictures or folders here</source>
   <translation>Bilder oder Ordner hier ablegen</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/panels/pictures.py" />
   <source>Open pictures; dropping files or folders and pasting work too</source>
   <translation>Bilder öffnen; Dateien oder Ordner ablegen und Einfügen geht auch</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/panels/pictures.py" />
   <source>Open…</source>
   <translation>Öffnen…</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/panels/pictures.py" />
   <source>Refused files</source>
   <translation>Abgelehnte Dateien</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/panels/pictures.py" />
   <source>none yet</source>
   <translation>noch keine</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/panels/pictures.py" />
   <source>or open files, or paste a copied picture.</source>
   <translation>oder Dateien öffnen, oder ein kopiertes Bild einfügen.</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/panels/pictures.py" />
   <source>{count} at hand</source>
   <translation>{count} zur Hand</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/panels/pictures.py" />
   <source>… and {more} more</source>
   <translation>… und {more} weitere</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/panels/unit_grid.py" />
   <source>Change what is searched for above, or clear it.</source>
   <translation>Die Suche oben ändern oder leeren.</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/panels/unit_grid.py" />
   <source>Its units appear here as tiles.</source>
   <translation>Seine Einheiten erscheinen hier als Kacheln.</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/panels/unit_grid.py" />
   <source>No unit fits</source>
   <translation>Keine Einheit passt</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/panels/unit_grid.py" />
   <source>Open a network</source>
   <translation>Ein Netz öffnen</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/panels/unit_grid.py" />
   <source>This node has no units.</source>
   <translation>Dieser Knoten hat keine Einheiten.</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/panels/unit_grid.py" />
   <source>drop a picture to fill the tiles</source>
   <translation>ein Bild ablegen, um die Kacheln zu füllen</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/panels/unit_grid.py" />
   <source>reading the kernels</source>
   <translation>die Kerne werden gelesen</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/panels/unit_grid.py" />
   <source>scan pictures to fill the tiles</source>
   <translation>Bilder durchmustern, um die Kacheln zu füllen</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/panels/unit_grid.py" />
   <source>{op} gives no separate channels to look at.</source>
   <translation>{op} gibt keine getrennten Kanäle zum Ansehen.</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/panels/unit_header.py" />
   <source> · stopped</source>
   <translation> · beendet</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/panels/unit_header.py" />
   <source>A picture made to drive each unit as strongly as it can.</source>
   <translation>Ein Bild, das jede Einheit so stark anregt wie möglich.</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/panels/unit_header.py" />
   <source>Activation map</source>
   <translation>Aktivierungskarte</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/panels/unit_header.py" />
   <source>By the strongest response to the current picture, largest first.</source>
   <translation>Nach der stärksten Antwort auf das aktuelle Bild, größte zuerst.</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/panels/unit_header.py" />
   <source>By {name} of the last tuning of this node, largest first.</source>
   <translation>Nach {name} der letzten Abstimmung dieses Knotens, größte zuerst.</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/panels/unit_header.py" />
   <source>Dataset example</source>
   <translation>Datenbeispiel</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/panels/unit_header.py" />
   <source>Go on making the units’ pictures.</source>
   <translation>Weiter Bilder der Einheiten machen.</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/panels/unit_header.py" />
   <source>In the order of the network.</source>
   <translation>In der Reihenfolge des Netzes.</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/panels/unit_header.py" />
   <source>Leave the making of pictures standing.</source>
   <translation>Das Bildermachen anhalten.</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/panels/unit_header.py" />
   <source>Number</source>
   <translation>Nummer</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/panels/unit_header.py" />
   <source>Order of the units</source>
   <translation>Reihenfolge der Einheiten</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/panels/unit_header.py" />
   <source>Response</source>
   <translation>Antwort</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/panels/unit_header.py" />
   <source>Size of the tiles</source>
   <translation>Größe der Kacheln</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/panels/unit_header.py" />
   <source>Size of the tiles (Ctrl+wheel)</source>
   <translation>Größe der Kacheln (Strg+Mausrad)</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/panels/unit_header.py" />
   <source>The raw kernels of a first layer as colour pictures; grey is zero, each scaled to its own range.</source>
   <translation>Die Kerne einer ersten Schicht als Farbbilder; Grau ist null, jeder mit eigenem Wertebereich.</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/panels/unit_header.py" />
   <source>What drives each unit most among the scanned pictures: the crop that it sees.</source>
   <translation>Was jede Einheit unter den durchmusterten Bildern am stärksten anregt: der Ausschnitt, den sie sieht.</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/panels/unit_header.py" />
   <source>What each unit answers to the current picture, and where; each map is scaled to its own range.</source>
   <translation>Was jede Einheit auf das aktuelle Bild antwortet, und wo; jede Karte hat ihren eigenen Wertebereich.</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/panels/unit_header.py" />
   <source>What the tiles show</source>
   <translation>Was die Kacheln zeigen</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/panels/unit_header.py" />
   <source>{done:,} of {total:,}{state}</source>
   <translation>{done:,} von {total:,}{state}</translation>
  </message>
  <message numerus="yes">
   <location filename="../../inspector/gui/panels/unit_header.py" />
   <source>{units:,} units</source>
   <translation>
    <numerusform>{units:,} Einheit</numerusform>
    <numerusform>{units:,} Einheiten</numerusform>
   </translation>
  </message>
  <message>
   <location filename="../../inspector/gui/recent.py" />
   <source>Open recent</source>
   <translation>Zuletzt geöffnet</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/session.py" />
   <source>No network is open.</source>
   <translation>Kein Netz ist geöffnet.</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/session.py" />
   <source>it has no units</source>
   <translation>er hat keine Einheiten</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/session.py" />
   <source>its units are 0 to {units}</source>
   <translation>seine Einheiten sind 0 bis {units}</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/session.py" />
   <source>{location} lies outside the node's map.</source>
   <translation>{location} liegt außerhalb der Karte des Knotens.</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/session.py" />
   <source>{name} has no node “{node}”.</source>
   <translation>{name} hat keinen Knoten „{node}“.</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/session.py" />
   <source>{name}/{name2} has no unit {unit}: {last}.</source>
   <translation>{name}/{name2} hat keine Einheit {unit}: {last}.</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/session.py" />
   <source>“{network}” is not open; {name} is.</source>
   <translation>„{network}“ ist nicht geöffnet; {name} ist es.</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/svg_pdf.py" />
   <source>{path} cannot be written.</source>
   <translation>{path} lässt sich nicht schreiben.</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/views/attack.py" />
   <source>A word is written on it, where the mouse puts it.</source>
   <translation>Ein Wort wird darauf geschrieben, dorthin, wo die Maus es ablegt.</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/views/attack.py" />
   <source>Black</source>
   <translation>Schwarz</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/views/attack.py" />
   <source>Black paper</source>
   <translation>Schwarzes Papier</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/views/attack.py" />
   <source>Blue</source>
   <translation>Blau</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/views/attack.py" />
   <source>CLASSES</source>
   <translation>KLASSEN</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/views/attack.py" />
   <source>Choose a picture</source>
   <translation>Ein Bild wählen</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/views/attack.py" />
   <source>Classes and units before and after</source>
   <translation>Klassen und Einheiten vorher und nachher</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/views/attack.py" />
   <source>Classes before and after</source>
   <translation>Klassen vorher und nachher</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/views/attack.py" />
   <source>Drag to move the word.</source>
   <translation>Ziehen bewegt das Wort.</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/views/attack.py" />
   <source>Eight places</source>
   <translation>Acht Stellen</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/views/attack.py" />
   <source>Export…</source>
   <translation>Export…</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/views/attack.py" />
   <source>Green</source>
   <translation>Grün</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/views/attack.py" />
   <source>Ink</source>
   <translation>Schriftfarbe</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/views/attack.py" />
   <source>No paper</source>
   <translation>Ohne Papier</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/views/attack.py" />
   <source>PROMPTS</source>
   <translation>PROMPTS</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/views/attack.py" />
   <source>Paper behind the word</source>
   <translation>Papier hinter dem Wort</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/views/attack.py" />
   <source>Picture with a word on it</source>
   <translation>Bild mit einem Wort darauf</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/views/attack.py" />
   <source>Red</source>
   <translation>Rot</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/views/attack.py" />
   <source>Show the picture without it.</source>
   <translation>Das Bild ohne das Wort zeigen.</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/views/attack.py" />
   <source>Size</source>
   <translation>Größe</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/views/attack.py" />
   <source>Size of the letters</source>
   <translation>Größe der Buchstaben</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/views/attack.py" />
   <source>Size of the letters, as a share of the picture's side</source>
   <translation>Größe der Buchstaben, als Anteil der Bildseite</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/views/attack.py" />
   <source>Strongest units before and after</source>
   <translation>Stärkste Einheiten vorher und nachher</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/views/attack.py" />
   <source>Type a word</source>
   <translation>Ein Wort eingeben</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/views/attack.py" />
   <source>UNITS OF {node}</source>
   <translation>EINHEITEN VON {node}</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/views/attack.py" />
   <source>What the word changes</source>
   <translation>Was das Wort ändert</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/views/attack.py" />
   <source>White</source>
   <translation>Weiß</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/views/attack.py" />
   <source>White paper</source>
   <translation>Weißes Papier</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/views/attack.py" />
   <source>Without</source>
   <translation>Ohne</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/views/attack.py" />
   <source>Word to write</source>
   <translation>Zu schreibendes Wort</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/views/attack.py" />
   <source>Write PNG, CSV or JSON</source>
   <translation>PNG, CSV oder JSON schreiben</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/views/attack.py" />
   <source>Write it eight times around the middle, in three rows and columns.</source>
   <translation>Es achtmal um die Mitte schreiben, in drei Zeilen und Spalten.</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/views/attack.py" />
   <source>Write on the picture</source>
   <translation>Auf das Bild schreiben</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/views/attack.py" />
   <source>Yellow paper</source>
   <translation>Gelbes Papier</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/views/attack.py" />
   <source>nothing written yet</source>
   <translation>noch nichts geschrieben</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/views/attack.py" />
   <source>unit {unit}</source>
   <translation>Einheit {unit}</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/views/attack.py" />
   <source>{covered} of the pixels</source>
   <translation>{covered} der Pixel</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/views/attribution.py" />
   <source>Attribute by {}</source>
   <translation>Zuschreiben mit {}</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/views/attribution.py" />
   <source>Attribution on the picture</source>
   <translation>Attribution auf dem Bild</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/views/attribution.py" />
   <source>Choose a picture: what made its class stands here.</source>
   <translation>Ein Bild wählen: Was zu seiner Klasse führte, steht dann hier.</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/views/attribution.py" />
   <source>Class that it is compared with</source>
   <translation>Klasse, mit der verglichen wird</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/views/attribution.py" />
   <source>GROUPS · {explained:.0%} OF THE ACTIVATIONS</source>
   <translation>GRUPPEN · {explained:.0%} DER AKTIVIERUNGEN</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/views/attribution.py" />
   <source>Hover a place to see its strongest units.</source>
   <translation>Auf eine Stelle zeigen, um ihre stärksten Einheiten zu sehen.</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/views/attribution.py" />
   <source>No picture</source>
   <translation>Kein Bild</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/views/attribution.py" />
   <source>Strongest units at {row},{column}</source>
   <translation>Stärkste Einheiten bei {row},{column}</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/views/attribution.py" />
   <source>Units by share</source>
   <translation>Einheiten nach Anteil</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/views/attribution.py" />
   <source>Units by their share</source>
   <translation>Einheiten nach ihrem Anteil</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/views/attribution.py" />
   <source>What is explained</source>
   <translation>Was erklärt wird</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/views/attribution.py" />
   <source>against nothing</source>
   <translation>gegen nichts</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/views/attribution.py" />
   <source>against {label}</source>
   <translation>gegen {label}</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/views/attribution.py" />
   <source>current unit</source>
   <translation>aktuelle Einheit</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/views/attribution.py" />
   <source>group {k}: units {units} …</source>
   <translation>Gruppe {k}: Einheiten {units} …</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/views/attribution.py" />
   <source>share in the score of</source>
   <translation>Anteil an der Punktzahl von</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/views/attribution.py" />
   <source>strongest class</source>
   <translation>stärkste Klasse</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/views/attribution.py" />
   <source>unit {unit}: activation {value:.3g}, share {share:.3g}</source>
   <translation>Einheit {unit}: Aktivierung {value:.3g}, Anteil {share:.3g}</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/views/attribution_words.py" />
   <source> so far</source>
   <translation> bisher</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/views/attribution_words.py" />
   <source>Act × grad</source>
   <translation>Akt. × Grad.</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/views/attribution_words.py" />
   <source>Activation times gradient of the score: a linear approximation.</source>
   <translation>Aktivierung mal Gradient der Punktzahl: eine lineare Näherung.</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/views/attribution_words.py" />
   <source>Grad-CAM</source>
   <translation>Grad-CAM</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/views/attribution_words.py" />
   <source>Integrated</source>
   <translation>Integriert</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/views/attribution_words.py" />
   <source>Integrated gradients: the shares add up to the score less that of nothing.</source>
   <translation>Integrierte Gradienten: Die Anteile ergeben zusammen die Punktzahl weniger der von nichts.</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/views/attribution_words.py" />
   <source>Maps weighted by their mean gradient; what speaks for the class only.</source>
   <translation>Karten, gewichtet mit ihrem mittleren Gradienten; nur was für die Klasse spricht.</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/views/attribution_words.py" />
   <source>Occlusion</source>
   <translation>Verdeckung</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/views/attribution_words.py" />
   <source>Six groups of units that fire together (NMF), and what each does for classes.</source>
   <translation>Sechs Gruppen von Einheiten, die gemeinsam feuern (NMF), und was jede für Klassen tut.</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/views/attribution_words.py" />
   <source>What the score loses where a grey patch covers the picture.</source>
   <translation>Was die Punktzahl verliert, wo ein graues Feld das Bild verdeckt.</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/views/attribution_words.py" />
   <source>{score} · sum of shares {total} · completeness error {error:.1%}{state}</source>
   <translation>{score} · Summe der Anteile {total} · Fehler der Vollständigkeit {error:.1%}{state}</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/views/attribution_words.py" />
   <source>{score} · these shares need not add up</source>
   <translation>{score} · diese Anteile müssen sich nicht aufaddieren</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/views/attribution_words.py" />
   <source>{target}: {score}, of nothing {reference}</source>
   <translation>{target}: {score}, von nichts {reference}</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/views/axis_choices.py" />
   <source>Check at least one {name}.</source>
   <translation>Mindestens ein Häkchen bei {name} setzen.</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/views/axis_choices.py" />
   <source>{name} at</source>
   <translation>{name} bei</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/views/axis_knobs.py" />
   <source>Back to what the family does by itself.</source>
   <translation>Zurück zu dem, was die Familie von selbst tut.</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/views/axis_knobs.py" />
   <source>Reset</source>
   <translation>Zurücksetzen</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/views/axis_knobs.py" />
   <source>Vary at least one axis.</source>
   <translation>Mindestens eine Achse variieren.</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/views/axis_knobs.py" />
   <source>Vary at most {most_varied} axes.</source>
   <translation>Höchstens {most_varied} Achsen variieren.</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/views/axis_knobs.py" />
   <source>held at</source>
   <translation>sonst bei</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/views/axis_knobs.py" />
   <source>samples</source>
   <translation>Stützstellen</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/views/axis_knobs.py" />
   <source>to</source>
   <translation>bis</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/views/axis_knobs.py" />
   <source>vary</source>
   <translation>variieren</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/views/axis_knobs.py" />
   <source>{form} = {total:,} stimuli</source>
   <translation>{form} = {total:,} Reize</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/views/axis_knobs.py" />
   <source>{total} stimuli</source>
   <translation>{total} Reize</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/views/axis_row.py" />
   <source>at</source>
   <translation>bei</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/views/axis_row.py" />
   <source>{name} must end above its beginning.</source>
   <translation>{name} muss über seinem Anfang enden.</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/views/axis_row.py" />
   <source>{name}: samples</source>
   <translation>{name}: Stützstellen</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/views/blind.py" />
   <source>Blind labelling</source>
   <translation>Blind benennen</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/views/blind.py" />
   <source>Classes</source>
   <translation>Klassen</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/views/blind.py" />
   <source>Classes, separated by commas</source>
   <translation>Klassen, durch Kommas getrennt</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/views/blind.py" />
   <source>Crops labelled</source>
   <translation>Benannte Ausschnitte</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/views/blind.py" />
   <source>Density</source>
   <translation>Dichte</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/views/blind.py" />
   <source>How much each range of activation adds to the unit’s mean, split by label.</source>
   <translation>Wie viel jeder Aktivierungsbereich zum Mittel der Einheit beiträgt, nach Namen geteilt.</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/views/blind.py" />
   <source>How often the unit takes which value, split by label.</source>
   <translation>Wie oft die Einheit welchen Wert annimmt, nach Namen geteilt.</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/views/blind.py" />
   <source>Nothing is labelled yet.</source>
   <translation>Noch ist nichts benannt.</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/views/blind.py" />
   <source>One crop after the other, its value unseen: a key for each class.</source>
   <translation>Ein Ausschnitt nach dem anderen, sein Wert ungesehen: eine Taste für jede Klasse.</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/views/blind.py" />
   <source>P(label | x)</source>
   <translation>P(Name | x)</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/views/blind.py" />
   <source>Show {}</source>
   <translation>{} zeigen</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/views/blind.py" />
   <source>Skip</source>
   <translation>Auslassen</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/views/blind.py" />
   <source>Skip this crop (Space)</source>
   <translation>Diesen Ausschnitt überspringen (Leertaste)</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/views/blind.py" />
   <source>The crop before (Backspace)</source>
   <translation>Der Ausschnitt davor (Rücktaste)</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/views/blind.py" />
   <source>The share of each label in each range, with its interval of 95 %.</source>
   <translation>Der Anteil jedes Namens in jedem Bereich, mit seinem 95-%-Intervall.</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/views/blind.py" />
   <source>Write the results as CSV</source>
   <translation>Die Ergebnisse als CSV schreiben</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/views/blind.py" />
   <source>curve, not curve, unclear</source>
   <translation>Kurve, keine Kurve, unklar</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/views/blind.py" />
   <source>of all places</source>
   <translation>aller Stellen</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/views/blind.py" />
   <source>of the mean</source>
   <translation>des Mittels</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/views/blind.py" />
   <source>x · p(x)</source>
   <translation>x · p(x)</translation>
  </message>
  <message numerus="yes">
   <location filename="../../inspector/gui/views/blind.py" />
   <source>{labels} {of_what} · {count:,} crops labelled</source>
   <translation>
    <numerusform>{labels} {of_what} · {count:,} Ausschnitt benannt</numerusform>
    <numerusform>{labels} {of_what} · {count:,} Ausschnitte benannt</numerusform>
   </translation>
  </message>
  <message>
   <location filename="../../inspector/gui/views/blind.py" />
   <source>{name} (key {key})</source>
   <translation>{name} (Taste {key})</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/views/blind_crop.py" />
   <source>The crop to be labelled</source>
   <translation>Der zu benennende Ausschnitt</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/views/blind_plot.py" />
   <source>Labels by activation</source>
   <translation>Namen nach Aktivierung</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/views/blind_plot.py" />
   <source>P(label | activation)</source>
   <translation>P(Name | Aktivierung)</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/views/blind_plot.py" />
   <source>activation</source>
   <translation>Aktivierung</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/views/blind_plot.py" />
   <source>density</source>
   <translation>Dichte</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/views/circuit.py" />
   <source>Bring back what was taken out.</source>
   <translation>Zurückholen, was herausgenommen wurde.</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/views/circuit.py" />
   <source>Circuit as JSON…</source>
   <translation>Schaltkreis als JSON…</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/views/circuit.py" />
   <source>Circuit as PDF…</source>
   <translation>Schaltkreis als PDF…</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/views/circuit.py" />
   <source>Circuit as SVG…</source>
   <translation>Schaltkreis als SVG…</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/views/circuit.py" />
   <source>Current unit</source>
   <translation>Aktuelle Einheit</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/views/circuit.py" />
   <source>Depth of the circuit</source>
   <translation>Tiefe des Schaltkreises</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/views/circuit.py" />
   <source>Forget the one shown</source>
   <translation>Den gezeigten vergessen</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/views/circuit.py" />
   <source>Hide paths that are weaker than this share of the strongest edge.</source>
   <translation>Wege verbergen, die schwächer sind als dieser Anteil der stärksten Kante.</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/views/circuit.py" />
   <source>Hide weak paths</source>
   <translation>Schwache Wege verbergen</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/views/circuit.py" />
   <source>Inputs of each unit</source>
   <translation>Eingänge jeder Einheit</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/views/circuit.py" />
   <source>Keep and export the circuit</source>
   <translation>Schaltkreis behalten und exportieren</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/views/circuit.py" />
   <source>Keep in the workspace…</source>
   <translation>Im Arbeitsbereich behalten…</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/views/circuit.py" />
   <source>Restore</source>
   <translation>Zurück</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/views/circuit.py" />
   <source>depth</source>
   <translation>Tiefe</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/views/circuit.py" />
   <source>inputs</source>
   <translation>Eing.</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/views/circuit.py" />
   <source>prune</source>
   <translation>stutzen</translation>
  </message>
  <message numerus="yes">
   <location filename="../../inspector/gui/views/circuit.py" />
   <source>{count} kernels</source>
   <translation>
    <numerusform>{count} Kern</numerusform>
    <numerusform>{count} Kerne</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <location filename="../../inspector/gui/views/circuit.py" />
   <source>{count} units</source>
   <translation>
    <numerusform>{count} Einheit</numerusform>
    <numerusform>{count} Einheiten</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <location filename="../../inspector/gui/views/circuit.py" />
   <source>{count} units hidden</source>
   <translation>
    <numerusform>{count} Einheit verborgen</numerusform>
    <numerusform>{count} Einheiten verborgen</numerusform>
   </translation>
  </message>
  <message>
   <location filename="../../inspector/gui/views/circuit_scene.py" />
   <source> · kept</source>
   <translation> · behalten</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/views/circuit_scene.py" />
   <source>Do not keep however weak</source>
   <translation>Nicht behalten, wenn schwach</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/views/circuit_scene.py" />
   <source>Keep however weak</source>
   <translation>Auch schwach behalten</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/views/circuit_scene.py" />
   <source>Take out</source>
   <translation>Herausnehmen</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/views/circuit_scene.py" />
   <source>Walk there</source>
   <translation>Dorthin gehen</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/views/circuit_scene.py" />
   <source>excites</source>
   <translation>erregt</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/views/circuit_scene.py" />
   <source>inhibits</source>
   <translation>hemmt</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/views/circuit_scene.py" />
   <source>{node}/{unit}
strength of its strongest path {strength:.3g}
Double click walks there, Delete takes it out, the menu keeps it.</source>
   <translation>{node}/{unit}
Stärke ihres stärksten Weges {strength:.3g}
Doppelklick geht dorthin, Entf nimmt sie heraus, das Menü behält sie.</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/views/circuit_scene.py" />
   <source>{source}/{source2} {does} {target}/{target2}
sum {sum} · L2 norm {norm:.3g} · {share:.0%} of all that leads there</source>
   <translation>{source}/{source2} {does} {target}/{target2}
Summe {sum} · L2-Norm {norm:.3g} · {share:.0%} von allem, was dorthin führt</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/views/cka_map.py" />
   <source>Linear CKA between all nodes of both networks</source>
   <translation>Lineare CKA zwischen allen Knoten beider Netze</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/views/cka_map.py" />
   <source>linear CKA   0</source>
   <translation>lineare CKA   0</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/views/cka_map.py" />
   <source>nodes of {network} →</source>
   <translation>Knoten von {network} →</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/views/cka_map.py" />
   <source>none: one of them never varies</source>
   <translation>keine: Einer von ihnen ändert sich nie</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/views/cka_map.py" />
   <source>{nodes}: CKA {told}</source>
   <translation>{nodes}: CKA {told}</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/views/cka_map.py" />
   <source>{node} with {node2}</source>
   <translation>{node} mit {node2}</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/views/cka_map.py" />
   <source>← nodes of {network}</source>
   <translation>← Knoten von {network}</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/views/class_bars.py" />
   <source>Top classes</source>
   <translation>Beste Klassen</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/views/class_means.py" />
   <source>Mean of the maximum by class</source>
   <translation>Mittleres Maximum je Klasse</translation>
  </message>
  <message numerus="yes">
   <location filename="../../inspector/gui/views/class_means.py" />
   <source>{name}: {mean} over {count:,} pictures</source>
   <translation>
    <numerusform>{name}: {mean} über {count:,} Bild</numerusform>
    <numerusform>{name}: {mean} über {count:,} Bilder</numerusform>
   </translation>
  </message>
  <message>
   <location filename="../../inspector/gui/views/class_stack.py" />
   <source>Classes by activation</source>
   <translation>Klassen nach Aktivierung</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/views/class_stack.py" />
   <source>others</source>
   <translation>andere</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/views/compare.py" />
   <source>A name, NAME=FILE, a file, or a folder of checkpoints of the network in front</source>
   <translation>Ein Name, NAME=DATEI, eine Datei oder ein Ordner mit Zwischenständen des vorderen Netzes</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/views/compare.py" />
   <source>All nodes</source>
   <translation>Profil</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/views/compare.py" />
   <source>CKA of all nodes as CSV…</source>
   <translation>CKA aller Knoten als CSV…</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/views/compare.py" />
   <source>Checkpoint</source>
   <translation>Zwischenstand</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/views/compare.py" />
   <source>Checkpoints of a folder against the network in front.</source>
   <translation>Zwischenstände eines Ordners gegen das vordere Netz.</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/views/compare.py" />
   <source>Checkpoints…</source>
   <translation>Stände…</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/views/compare.py" />
   <source>Choose a folder of checkpoints first.</source>
   <translation>Zuerst einen Ordner mit Zwischenständen wählen.</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/views/compare.py" />
   <source>Choose the other network from the list</source>
   <translation>Das andere Netz aus der Liste wählen</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/views/compare.py" />
   <source>Depth</source>
   <translation>Tiefe</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/views/compare.py" />
   <source>How alike all nodes of both networks are, over the pictures.</source>
   <translation>Wie ähnlich sich alle Knoten beider Netze über die Bilder sind.</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/views/compare.py" />
   <source>How deep the best match of each unit of this node lies in the other network.</source>
   <translation>Wie tief das beste Gegenstück jeder Einheit dieses Knotens im anderen Netz liegt.</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/views/compare.py" />
   <source>How deep the best matches of all units lie, node by node.</source>
   <translation>Wie tief die besten Gegenstücke aller Einheiten liegen, Knoten für Knoten.</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/views/compare.py" />
   <source>Laid out</source>
   <translation>Ausgelegte</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/views/compare.py" />
   <source>Matches of this node as CSV…</source>
   <translation>Gegenstücke dieses Knotens als CSV…</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/views/compare.py" />
   <source>Name another network (resnet18, NAME=FILE, a file), or choose a folder of checkpoints, then press Compare. Both see the same pictures, each in its own size.</source>
   <translation>Ein anderes Netz nennen (resnet18, NAME=DATEI, eine Datei) oder einen Ordner mit Zwischenständen wählen, dann „Vergleich“ drücken. Beide sehen dieselben Bilder, jedes in seiner Größe.</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/views/compare.py" />
   <source>No comparison yet</source>
   <translation>Noch kein Vergleich</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/views/compare.py" />
   <source>Other network</source>
   <translation>Anderes Netz</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/views/compare.py" />
   <source>Pictures that both networks see</source>
   <translation>Bilder, die beide Netze sehen</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/views/compare.py" />
   <source>Show the pictures to both networks and compare them</source>
   <translation>Die Bilder beiden Netzen zeigen und sie vergleichen</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/views/compare.py" />
   <source>The other network</source>
   <translation>Das andere Netz</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/views/compare.py" />
   <source>Time line</source>
   <translation>Zeit</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/views/compare.py" />
   <source>Time line as CSV…</source>
   <translation>Zeitlinie als CSV…</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/views/compare.py" />
   <source>Units of this node and those that answer alike in the other network.</source>
   <translation>Einheiten dieses Knotens und jene, die im anderen Netz ebenso antworten.</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/views/compare.py" />
   <source>With few pictures and many units CKA comes out too high: compare over as many as you can.</source>
   <translation>Bei wenigen Bildern und vielen Einheiten fällt CKA zu hoch aus: über so viele wie möglich vergleichen.</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/views/compare.py" />
   <source>{network} and {network2}</source>
   <translation>{network} und {network2}</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/views/compare.py" />
   <source>{pair} · {count} pictures ({title}) · {few}</source>
   <translation>{pair} · {count} Bilder ({title}) · {few}</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/views/compare_plots.py" />
   <source>CKA of this node</source>
   <translation>CKA dieses Knotens</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/views/compare_plots.py" />
   <source>CKA, mean of all nodes</source>
   <translation>CKA, Mittel aller Knoten</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/views/compare_plots.py" />
   <source>Correlation of each unit’s best match by its depth</source>
   <translation>Korrelation des besten Gegenstücks jeder Einheit nach seiner Tiefe</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/views/compare_plots.py" />
   <source>Depth of the best matches of all nodes by the depth of the node</source>
   <translation>Tiefe der besten Gegenstücke aller Knoten nach der Tiefe des Knotens</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/views/compare_plots.py" />
   <source>Likeness of checkpoints to the network in front</source>
   <translation>Ähnlichkeit der Zwischenstände mit dem vorderen Netz</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/views/compare_plots.py" />
   <source>Number of units by the depth of their best match</source>
   <translation>Anzahl der Einheiten nach der Tiefe ihres besten Gegenstücks</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/views/compare_plots.py" />
   <source>checkpoint</source>
   <translation>Zwischenstand</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/views/compare_plots.py" />
   <source>correlation</source>
   <translation>Korrelation</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/views/compare_plots.py" />
   <source>correlation of its units</source>
   <translation>Korrelation seiner Einheiten</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/views/compare_plots.py" />
   <source>depth of best matches (%)</source>
   <translation>Tiefe der besten Gegenstücke (%)</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/views/compare_plots.py" />
   <source>depth of the best match in the other network (%)</source>
   <translation>Tiefe des besten Gegenstücks im anderen Netz (%)</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/views/compare_plots.py" />
   <source>depth of the node (%)</source>
   <translation>Tiefe des Knotens (%)</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/views/compare_plots.py" />
   <source>likeness to the network in front</source>
   <translation>Ähnlichkeit mit dem vorderen Netz</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/views/compare_plots.py" />
   <source>unit {unit}: {x:.0f} % deep, correlation {y:.3f}</source>
   <translation>Einheit {unit}: {x:.0f} % tief, Korrelation {y:.3f}</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/views/compare_plots.py" />
   <source>{node}: median {y:.0f} %, mean correlation {correlation:.3f}</source>
   <translation>{node}: Median {y:.0f} %, mittlere Korrelation {correlation:.3f}</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/views/curves.py" />
   <source>mean of {count}</source>
   <translation>Mittel von {count}</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/views/edit_changes.py" />
   <source>95 % interval</source>
   <translation>95-%-Intervall</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/views/edit_changes.py" />
   <source>Choose a picture set…</source>
   <translation>Bildersatz wählen…</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/views/edit_changes.py" />
   <source>Choose a picture to see what becomes of its classes.</source>
   <translation>Ein Bild wählen, um zu sehen, was aus seinen Klassen wird.</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/views/edit_changes.py" />
   <source>Difference</source>
   <translation>Unterschied</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/views/edit_changes.py" />
   <source>Edited</source>
   <translation>Verändert</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/views/edit_changes.py" />
   <source>Pictures in folders by class; without classes, how often both agree.</source>
   <translation>Bilder in Ordnern je Klasse; ohne Klassen, wie oft beide übereinstimmen.</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/views/edit_changes.py" />
   <source>Responses without and with the edits</source>
   <translation>Antworten ohne und mit den Eingriffen</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/views/edit_changes.py" />
   <source>Sample pictures</source>
   <translation>Beispielbilder</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/views/edit_changes.py" />
   <source>Stimulus family</source>
   <translation>Reizfamilie</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/views/edit_changes.py" />
   <source>Top 1</source>
   <translation>Top 1</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/views/edit_changes.py" />
   <source>Top 5</source>
   <translation>Top 5</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/views/edit_changes.py" />
   <source>Tuning without and with the edits</source>
   <translation>Abstimmung ohne und mit den Eingriffen</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/views/edit_changes.py" />
   <source>Unedited</source>
   <translation>Unverändert</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/views/edit_changes.py" />
   <source>edited</source>
   <translation>verändert</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/views/edit_changes.py" />
   <source>maximum unedited → edited; the strongest unedited first</source>
   <translation>Maximum unverändert → verändert; die unverändert stärksten zuerst</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/views/edit_changes.py" />
   <source>response (raw)</source>
   <translation>Antwort (roh)</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/views/edit_changes.py" />
   <source>the class of the set</source>
   <translation>die Klasse des Satzes</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/views/edit_changes.py" />
   <source>unedited</source>
   <translation>unverändert</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/views/edit_changes.py" />
   <source>what the unedited network says</source>
   <translation>was das unveränderte Netz sagt</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/views/edit_changes.py" />
   <source>{count} pictures of {title} · right is {right}</source>
   <translation>{count} Bilder von {title} · richtig ist {right}</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/views/edit_changes.py" />
   <source>{pictures:,} of {total:,}</source>
   <translation>{pictures:,} von {total:,}</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/views/edit_changes.py" />
   <source>{points:+.1f} points</source>
   <translation>{points:+.1f} Punkte</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/views/edit_words.py" />
   <source>A kernel of the unit on one input, by hand.</source>
   <translation>Ein Kern der Einheit auf einem Eingang, von Hand.</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/views/edit_words.py" />
   <source>An amount is added to what the units say, or along a direction.</source>
   <translation>Zu dem, was die Einheiten sagen, wird ein Betrag addiert, auch entlang einer Richtung.</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/views/edit_words.py" />
   <source>Clamp</source>
   <translation>Begrenzen</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/views/edit_words.py" />
   <source>Flip weights</source>
   <translation>Gewichte umkehren</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/views/edit_words.py" />
   <source>Scale</source>
   <translation>Skalieren</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/views/edit_words.py" />
   <source>Set to the current picture’s</source>
   <translation>Auf die des aktuellen Bildes setzen</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/views/edit_words.py" />
   <source>Set to their mean</source>
   <translation>Auf ihr Mittel setzen</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/views/edit_words.py" />
   <source>Set to zero</source>
   <translation>Auf null setzen</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/views/edit_words.py" />
   <source>Steer</source>
   <translation>Lenken</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/views/edit_words.py" />
   <source>The kernel’s rows are of different lengths.</source>
   <translation>Die Zeilen des Kerns sind verschieden lang.</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/views/edit_words.py" />
   <source>The units say nothing.</source>
   <translation>Die Einheiten sagen nichts.</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/views/edit_words.py" />
   <source>The units say on every picture what they say on this one.</source>
   <translation>Die Einheiten sagen zu jedem Bild, was sie zu diesem sagen.</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/views/edit_words.py" />
   <source>The units say their mean over the pictures that are laid out.</source>
   <translation>Die Einheiten sagen ihr Mittel über die ausgelegten Bilder.</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/views/edit_words.py" />
   <source>There is no unit {unit}: the last one is {last}.</source>
   <translation>Es gibt keine Einheit {unit}: Die letzte ist {last}.</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/views/edit_words.py" />
   <source>What excited the units inhibits them, and the other way round.</source>
   <translation>Was die Einheiten erregte, hemmt sie, und umgekehrt.</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/views/edit_words.py" />
   <source>What excites the units is cut off.</source>
   <translation>Was die Einheiten erregt, wird gekappt.</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/views/edit_words.py" />
   <source>What inhibits the units is cut off.</source>
   <translation>Was die Einheiten hemmt, wird gekappt.</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/views/edit_words.py" />
   <source>What the units say is kept between two bounds.</source>
   <translation>Was die Einheiten sagen, bleibt zwischen zwei Schranken.</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/views/edit_words.py" />
   <source>What the units say is multiplied.</source>
   <translation>Was die Einheiten sagen, wird multipliziert.</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/views/edit_words.py" />
   <source>Write a kernel</source>
   <translation>Einen Kern schreiben</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/views/edit_words.py" />
   <source>Write the input and the kernel’s rows, for one unit: “2: 0 1 0; 1 -4 1; 0 1 0”.</source>
   <translation>Den Eingang und die Zeilen des Kerns angeben, für eine Einheit: „2: 0 1 0; 1 -4 1; 0 1 0“.</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/views/edit_words.py" />
   <source>Write which units: 3, or 3-7, or 3:0.5, 7:-1 for a direction.</source>
   <translation>Angeben, welche Einheiten: 3, oder 3-7, oder 3:0.5, 7:-1 für eine Richtung.</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/views/edit_words.py" />
   <source>Zero negative weights</source>
   <translation>Negative Gewichte auf null</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/views/edit_words.py" />
   <source>Zero positive weights</source>
   <translation>Positive Gewichte auf null</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/views/edit_words.py" />
   <source>a number</source>
   <translation>eine Zahl</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/views/edit_words.py" />
   <source>amount</source>
   <translation>Betrag</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/views/edit_words.py" />
   <source>factor</source>
   <translation>Faktor</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/views/edit_words.py" />
   <source>input: 0 1 0; 1 −4 1; 0 1 0</source>
   <translation>Eingang: 0 1 0; 1 −4 1; 0 1 0</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/views/edit_words.py" />
   <source>lowest highest</source>
   <translation>niedrigster höchster</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/views/edit_words.py" />
   <source>two numbers</source>
   <translation>zwei Zahlen</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/views/edit_words.py" />
   <source>{kind} needs {numbers} beside it.</source>
   <translation>{kind} braucht {numbers} daneben.</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/views/edit_words.py" />
   <source>“{item}” is no unit and no group: write 3, 3-7, or 3:0.5, 7:-1 for a direction.</source>
   <translation>„{item}“ ist keine Einheit und keine Gruppe: 3, 3-7 oder 3:0.5, 7:-1 für eine Richtung schreiben.</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/views/edits.py" />
   <source>3, or 3-7, or a group’s name, or 3:0.5, 7:-1 for a direction of units</source>
   <translation>3, oder 3-7, oder der Name einer Gruppe, oder 3:0.5, 7:-1 für eine Richtung von Einheiten</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/views/edits.py" />
   <source>Accuracy</source>
   <translation>Trefferquote</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/views/edits.py" />
   <source>Add</source>
   <translation>Hinzufügen</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/views/edits.py" />
   <source>Compare {}</source>
   <translation>{} vergleichen</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/views/edits.py" />
   <source>Every view shows the edited network while this is on; the file is never changed.</source>
   <translation>Jede Ansicht zeigt das veränderte Netz, solange dies an ist; die Datei wird nie geändert.</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/views/edits.py" />
   <source>How often the right class is found over a picture set.</source>
   <translation>Wie oft über einen Bildersatz die richtige Klasse gefunden wird.</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/views/edits.py" />
   <source>Look through the edits</source>
   <translation>Durch die Eingriffe sehen</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/views/edits.py" />
   <source>No edits</source>
   <translation>Keine Eingriffe</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/views/edits.py" />
   <source>Numbers</source>
   <translation>Zahlen</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/views/edits.py" />
   <source>Responses</source>
   <translation>Antworten</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/views/edits.py" />
   <source>Silence a unit, steer a direction, cut its negative weights: and see what changes.</source>
   <translation>Eine Einheit stummschalten, eine Richtung lenken, ihre negativen Gewichte kappen: und sehen, was sich ändert.</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/views/edits.py" />
   <source>The current picture’s strongest classes without and with the edits.</source>
   <translation>Die stärksten Klassen des aktuellen Bildes ohne und mit den Eingriffen.</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/views/edits.py" />
   <source>The current unit’s maxima on its top examples, or on the pictures laid out.</source>
   <translation>Die Maxima der aktuellen Einheit auf ihren besten Beispielen oder den ausgelegten Bildern.</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/views/edits.py" />
   <source>The current unit’s tuning without and with the edits.</source>
   <translation>Die Abstimmung der aktuellen Einheit ohne und mit den Eingriffen.</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/views/edits.py" />
   <source>Tick to switch on, F2 to rename, Delete to take away.</source>
   <translation>Häkchen schaltet ein, F2 benennt um, Entf entfernt.</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/views/edits.py" />
   <source>What is done</source>
   <translation>Was getan wird</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/views/edits.py" />
   <source>of {node}</source>
   <translation>von {node}</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/views/edits.py" />
   <source>units: 3, 5-7, or 3:0.5, 7:-1, or a group</source>
   <translation>Einheiten: 3, 5-7, oder 3:0.5, 7:-1, oder eine Gruppe</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/views/effects.py" />
   <source>Ablation</source>
   <translation>Ablation</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/views/effects.py" />
   <source>Each unit silenced on the current picture: the change of its classes’ scores.</source>
   <translation>Jede Einheit auf dem aktuellen Bild stummgeschaltet: die Änderung der Punktzahlen seiner Klassen.</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/views/effects.py" />
   <source>Measure</source>
   <translation>Messen</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/views/effects.py" />
   <source>Measure {}</source>
   <translation>{} messen</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/views/effects.py" />
   <source>Nothing measured yet</source>
   <translation>Noch nichts gemessen</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/views/effects.py" />
   <source>Press Measure; click a heading then to sort by it.</source>
   <translation>„Messen“ drücken; danach ordnet ein Klick auf eine Überschrift.</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/views/effects.py" />
   <source>Ranked</source>
   <translation>Rangfolge</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/views/effects.py" />
   <source>Silence every unit of the node in turn, on the current picture.</source>
   <translation>Jede Einheit des Knotens der Reihe nach stummschalten, auf dem aktuellen Bild.</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/views/effects.py" />
   <source>Units and what they do for classes</source>
   <translation>Einheiten und was sie für Klassen tun</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/views/effects.py" />
   <source>Units ranked for a class over the pictures that are laid out, the first confirmed.</source>
   <translation>Einheiten, für eine Klasse über die ausgelegten Bilder geordnet, die ersten bestätigt.</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/views/evidence.py" />
   <source>Arguments</source>
   <translation>Argumente</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/views/evidence.py" />
   <source>Gather</source>
   <translation>Sammeln</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/views/evidence.py" />
   <source>Let every lens fill its argument: it takes as long as they do.</source>
   <translation>Jede Linse ihr Argument füllen lassen: Es dauert so lange wie diese.</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/views/evidence.py" />
   <source>Remark on {title}</source>
   <translation>Anmerkung zu {title}</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/views/evidence.py" />
   <source>Report…</source>
   <translation>Bericht…</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/views/evidence.py" />
   <source>Verdict on {title}</source>
   <translation>Urteil über {title}</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/views/evidence.py" />
   <source>Write a page with all of it (HTML, needs no other file).</source>
   <translation>Eine Seite mit allem schreiben (HTML, braucht keine andere Datei).</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/views/evidence.py" />
   <source>remark</source>
   <translation>Anmerkung</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/views/example_picture.py" />
   <source>Crop</source>
   <translation>Ausschnitt</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/views/example_picture.py" />
   <source>Heat map</source>
   <translation>Heatmap</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/views/example_picture.py" />
   <source>The unit’s map over what the network sees of the picture.</source>
   <translation>Die Karte der Einheit über dem, was das Netz vom Bild sieht.</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/views/example_picture.py" />
   <source>The whole picture, with what the unit sees framed.</source>
   <translation>Das ganze Bild, gerahmt, was die Einheit sieht.</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/views/example_picture.py" />
   <source>What the unit sees at its maximum: its receptive field there.</source>
   <translation>Was die Einheit bei ihrem Maximum sieht: ihr rezeptives Feld dort.</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/views/example_strip.py" />
   <source>Examples of the range under the pointer</source>
   <translation>Beispiele des Bereichs unter dem Zeiger</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/views/example_wall.py" />
   <source>Example {text}</source>
   <translation>Beispiel {text}</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/views/example_wall.py" />
   <source>{text}
Click to make it the current picture.</source>
   <translation>{text}
Klicken macht es zum aktuellen Bild.</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/views/example_ways.py" />
   <source>How examples are drawn</source>
   <translation>Wie Beispiele gezeichnet werden</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/views/examples.py" />
   <source>Highest</source>
   <translation>Höchste</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/views/examples.py" />
   <source>Histogram</source>
   <translation>Histogramm</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/views/examples.py" />
   <source>How often the unit takes which value, counts on a logarithmic axis.</source>
   <translation>Wie oft die Einheit welchen Wert annimmt, Anzahlen auf logarithmischer Achse.</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/views/examples.py" />
   <source>Lowest</source>
   <translation>Niedrigste</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/views/examples.py" />
   <source>Pictures drawn evenly from every range of values, lowest to highest.</source>
   <translation>Bilder, gleichmäßig aus jedem Wertebereich gezogen, vom niedrigsten zum höchsten.</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/views/examples.py" />
   <source>Quilt</source>
   <translation>Quilt</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/views/examples.py" />
   <source>The pictures that drive the unit most, and those that drive it least.</source>
   <translation>Die Bilder, die die Einheit am stärksten anregen, und die, die es am wenigsten tun.</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/views/examples.py" />
   <source>The units that fire with it, and those that fire when it does not.</source>
   <translation>Die Einheiten, die mit ihr feuern, und die, die feuern, wenn sie es nicht tut.</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/views/examples.py" />
   <source>Top</source>
   <translation>Beste</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/views/examples.py" />
   <source>Top and bottom examples</source>
   <translation>Höchste und niedrigste Beispiele</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/views/examples.py" />
   <source>Values are</source>
   <translation>Die Werte sind</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/views/examples.py" />
   <source>Which classes drive the unit, and which stand behind which values.</source>
   <translation>Welche Klassen die Einheit anregen und welche hinter welchen Werten stehen.</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/views/examples.py" />
   <source>{text} · click: current picture</source>
   <translation>{text} · Klick: aktuelles Bild</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/views/examples_empty.py" />
   <source>Every unit’s examples appear here when the scan is complete.</source>
   <translation>Die Beispiele jeder Einheit erscheinen hier, wenn die Durchmusterung fertig ist.</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/views/examples_empty.py" />
   <source>No pictures scanned yet</source>
   <translation>Noch keine Bilder durchmustert</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/views/examples_empty.py" />
   <source>Run a set of pictures through the network once, for all units.</source>
   <translation>Einen Bildersatz einmal durch das Netz schicken, für alle Einheiten.</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/views/examples_empty.py" />
   <source>Scan a folder of pictures once: every unit then shows what drives it most and least.</source>
   <translation>Einmal einen Ordner mit Bildern durchmustern: Jede Einheit zeigt danach, was sie am stärksten und am schwächsten anregt.</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/views/examples_empty.py" />
   <source>Scan pictures for this node, too.</source>
   <translation>Bilder auch für diesen Knoten durchmustern.</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/views/examples_empty.py" />
   <source>Scanning …</source>
   <translation>Wird durchmustert …</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/views/examples_empty.py" />
   <source>{node} was not scanned</source>
   <translation>{node} wurde nicht durchmustert</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/views/examples_menu.py" />
   <source>Choose a scan, scan pictures, write files.</source>
   <translation>Eine Durchmusterung wählen, Bilder durchmustern, Dateien schreiben.</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/views/examples_menu.py" />
   <source>Delete this scan…</source>
   <translation>Diese Durchmusterung löschen…</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/views/examples_menu.py" />
   <source>Export this node’s examples…</source>
   <translation>Beispiele dieses Knotens exportieren…</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/views/examples_menu.py" />
   <source>Scans</source>
   <translation>Durchmusterungen</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/views/examples_menu.py" />
   <source>Show the dataset examples in a window of their own.</source>
   <translation>Die Datenbeispiele in einem eigenen Fenster zeigen.</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/views/examples_menu.py" />
   <source>Window of its own</source>
   <translation>Eigenes Fenster</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/views/examples_pages.py" />
   <source>How much each range of values adds to the unit’s mean, split by class.</source>
   <translation>Wie viel jeder Wertebereich zum Mittel der Einheit beiträgt, nach Klassen geteilt.</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/views/examples_pages.py" />
   <source>No classes</source>
   <translation>Keine Klassen</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/views/examples_pages.py" />
   <source>Of the quilt’s drawn pictures: the classes are too many to count.</source>
   <translation>Aus den für den Quilt gezogenen Bildern: Es sind zu viele Klassen, um zu zählen.</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/views/examples_pages.py" />
   <source>P(class | activation)</source>
   <translation>P(Klasse | Aktivierung)</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/views/examples_pages.py" />
   <source>The pictures lie in no class folders and came with no labels.</source>
   <translation>Die Bilder liegen nicht in Klassenordnern und kamen ohne Klassennamen.</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/views/examples_pages.py" />
   <source>The share of each class among the places with such a value.</source>
   <translation>Der Anteil jeder Klasse an den Stellen mit einem solchen Wert.</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/views/examples_words.py" />
   <source> of places</source>
   <translation> der Stellen</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/views/examples_words.py" />
   <source>Histogram, quilt, sd, quantiles and firing are</source>
   <translation>Histogramm, Quilt, Streuung, Quantile und Feuern sind</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/views/examples_words.py" />
   <source>Scanned: {paths}</source>
   <translation>Durchmustert: {paths}</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/views/examples_words.py" />
   <source>The unit sees the whole picture, or what it sees cannot be told.</source>
   <translation>Die Einheit sieht das ganze Bild, oder was sie sieht, lässt sich nicht sagen.</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/views/examples_words.py" />
   <source>What the unit sees was found with gradients.</source>
   <translation>Was die Einheit sieht, wurde mit Gradienten gefunden.</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/views/examples_words.py" />
   <source>class selectivity</source>
   <translation>Klassenselektivität</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/views/examples_words.py" />
   <source>fires at</source>
   <translation>feuert an</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/views/examples_words.py" />
   <source>mean</source>
   <translation>Mittel</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/views/examples_words.py" />
   <source>median</source>
   <translation>Median</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/views/examples_words.py" />
   <source>range</source>
   <translation>Bereich</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/views/examples_words.py" />
   <source>sd</source>
   <translation>Streuung</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/views/examples_words.py" />
   <source>sparseness</source>
   <translation>Spärlichkeit</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/views/examples_words.py" />
   <source>{day} {month} {year}, {time}</source>
   <translation>{day}. {month} {year}, {time}</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/views/examples_words.py" />
   <source>{duplicates:,} that came twice</source>
   <translation>{duplicates:,} kamen doppelt</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/views/examples_words.py" />
   <source>{lowest} to {highest}</source>
   <translation>{lowest} bis {highest}</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/views/examples_words.py" />
   <source>{number} % below</source>
   <translation>{number} % darunter</translation>
  </message>
  <message numerus="yes">
   <location filename="../../inspector/gui/views/examples_words.py" />
   <source>{pictures:,} pictures</source>
   <translation>
    <numerusform>{pictures:,} Bild</numerusform>
    <numerusform>{pictures:,} Bilder</numerusform>
   </translation>
  </message>
  <message>
   <location filename="../../inspector/gui/views/examples_words.py" />
   <source>{skipped_count:,} unreadable</source>
   <translation>{skipped_count:,} unlesbar</translation>
  </message>
  <message numerus="yes">
   <location filename="../../inspector/gui/views/examples_words.py" />
   <source>{title} · {pictures:,} pictures · {made_at}</source>
   <translation>
    <numerusform>{title} · {pictures:,} Bild · {made_at}</numerusform>
    <numerusform>{title} · {pictures:,} Bilder · {made_at}</numerusform>
   </translation>
  </message>
  <message>
   <location filename="../../inspector/gui/views/examples_words.py" />
   <source>{what} from {positions:,} of {of:,} places of each picture, evenly drawn.</source>
   <translation>{what} aus {positions:,} von {of:,} Stellen jedes Bildes, gleichmäßig gezogen.</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/views/families.py" />
   <source>Kernels between two families</source>
   <translation>Kerne zwischen zwei Familien</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/views/families.py" />
   <source>Measure tuning</source>
   <translation>Abstimmung messen</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/views/families.py" />
   <source>Measure what both groups are tuned to with gratings, to sort by it.</source>
   <translation>Mit Gittern messen, worauf beide Gruppen abgestimmt sind, um danach zu ordnen.</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/views/families.py" />
   <source>Name units of this node, choose another node before it, and press Enter.</source>
   <translation>Einheiten dieses Knotens nennen, einen anderen Knoten davor wählen und die Eingabetaste drücken.</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/views/families.py" />
   <source>Sort both groups by</source>
   <translation>Beide Gruppen ordnen nach</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/views/families.py" />
   <source>The other node</source>
   <translation>Der andere Knoten</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/views/families.py" />
   <source>Two families</source>
   <translation>Zwei Familien</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/views/families.py" />
   <source>Units of the other node</source>
   <translation>Einheiten des anderen Knotens</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/views/families.py" />
   <source>Units of this node</source>
   <translation>Einheiten dieses Knotens</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/views/families.py" />
   <source>made</source>
   <translation>gebaut</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/views/families.py" />
   <source>of</source>
   <translation>aus</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/views/families.py" />
   <source>units of this node: 0, 3, 5-8, or a group</source>
   <translation>Einheiten dieses Knotens: 0, 3, 5-8, oder eine Gruppe</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/views/families.py" />
   <source>units, group (empty: strongest)</source>
   <translation>Einheiten, Gruppe (leer: stärkste)</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/views/families.py" />
   <source>{end}/{end2} · click to walk there</source>
   <translation>{end}/{end2} · Klick geht dorthin</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/views/families.py" />
   <source>{node} made of {source} · {label} · {size} positions · max pooling as average</source>
   <translation>{node} aus {source} · {label} · {size} Positionen · Max-Pooling als Mittel</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/views/families.py" />
   <source>{source}/{source2} to {end}/{end2}
sum {sum} · L2 norm {norm:.3g}</source>
   <translation>{source}/{source2} zu {end}/{end2}
Summe {sum} · L2-Norm {norm:.3g}</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/views/feature.py" />
   <source> · {seconds:.1f} s</source>
   <translation> · {seconds:.1f} s</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/views/feature.py" />
   <source>Choose a unit: a picture that drives it grows here from noise.</source>
   <translation>Eine Einheit wählen: Ein Bild, das sie anregt, wächst hier aus Rauschen.</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/views/feature.py" />
   <source>Paused · </source>
   <translation>Angehalten · </translation>
  </message>
  <message>
   <location filename="../../inspector/gui/views/feature.py" />
   <source>This layer has no units that a picture could drive: choose another one.</source>
   <translation>Diese Schicht hat keine Einheiten, die ein Bild anregen könnte: eine andere wählen.</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/views/feature.py" />
   <source>Waiting…</source>
   <translation>Wartet…</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/views/feature.py" />
   <source>{count} of {many} pictures · </source>
   <translation>{count} von {many} Bildern · </translation>
  </message>
  <message>
   <location filename="../../inspector/gui/views/feature.py" />
   <source>{shown}{paused}step {step} / {steps}{seconds}</source>
   <translation>{shown}{paused}Schritt {step} / {steps}{seconds}</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/views/feature_card.py" />
   <source>Copy picture</source>
   <translation>Bild kopieren</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/views/feature_card.py" />
   <source>This unit could not be moved: no gradient reached the picture.</source>
   <translation>Diese Einheit ließ sich nicht bewegen: Kein Gradient erreichte das Bild.</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/views/feature_controls.py" />
   <source>Add as many steps again, from where the pictures stopped.</source>
   <translation>Noch einmal so viele Schritte anfügen, von dort, wo die Bilder stehen blieben.</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/views/feature_controls.py" />
   <source>All settings</source>
   <translation>Alle Einstellungen</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/views/feature_controls.py" />
   <source>Cancel</source>
   <translation>Abbruch</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/views/feature_controls.py" />
   <source>Every number behind the recipe.</source>
   <translation>Jede Zahl hinter dem Rezept.</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/views/feature_controls.py" />
   <source>Every number behind the recipe; {changed} differ from it.</source>
   <translation>Jede Zahl hinter dem Rezept; {changed} weichen davon ab.</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/views/feature_controls.py" />
   <source>Leave the pictures standing; they can grow on later.</source>
   <translation>Die Bilder stehen lassen; sie können später weiterwachsen.</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/views/feature_controls.py" />
   <source>Let the pictures grow on.</source>
   <translation>Die Bilder weiterwachsen lassen.</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/views/feature_controls.py" />
   <source>Make the pictures again with these settings.</source>
   <translation>Die Bilder mit diesen Einstellungen neu machen.</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/views/feature_controls.py" />
   <source>Pause</source>
   <translation>Anhalten</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/views/feature_controls.py" />
   <source>Resume</source>
   <translation>Fortsetzen</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/views/feature_controls.py" />
   <source>Run again</source>
   <translation>Neu machen</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/views/feature_controls.py" />
   <source>Seed</source>
   <translation>Startzahl</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/views/feature_controls.py" />
   <source>Settings ({changed})</source>
   <translation>Einstellungen ({changed})</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/views/feature_controls.py" />
   <source>Start of the picture: one seed makes one picture, another seed another one.</source>
   <translation>Anfang des Bildes: Eine Startzahl macht ein Bild, eine andere ein anderes.</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/views/feature_controls.py" />
   <source>Steps</source>
   <translation>Schritte</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/views/feature_controls.py" />
   <source>Steps of the optimiser: more make a clearer picture and take longer.</source>
   <translation>Schritte des Optimierers: Mehr machen ein klareres Bild und dauern länger.</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/views/feature_controls.py" />
   <source>Stop; the pictures stay as they are.</source>
   <translation>Anhalten; die Bilder bleiben, wie sie sind.</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/views/feature_course.py" />
   <source>Course of the objective</source>
   <translation>Verlauf des Ziels</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/views/feature_course.py" />
   <source>objective</source>
   <translation>Ziel</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/views/feature_course.py" />
   <source>step</source>
   <translation>Schritt</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/views/feature_menus.py" />
   <source>All kept frames as a film that every program shows, in 256 colours.</source>
   <translation>Alle behaltenen Einzelbilder als Film, den jedes Programm zeigt, in 256 Farben.</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/views/feature_menus.py" />
   <source>All kept frames as a small film in full colour.</source>
   <translation>Alle behaltenen Einzelbilder als kleiner Film in voller Farbe.</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/views/feature_menus.py" />
   <source>Copy “{title}”</source>
   <translation>„{title}“ kopieren</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/views/feature_menus.py" />
   <source>Every picture as a file that knows how it was made.</source>
   <translation>Jedes Bild als Datei, die weiß, wie es entstand.</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/views/feature_menus.py" />
   <source>Growth as animated GIF…</source>
   <translation>Wachstum als bewegtes GIF…</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/views/feature_menus.py" />
   <source>Growth as animated WebP…</source>
   <translation>Wachstum als bewegtes WebP…</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/views/feature_menus.py" />
   <source>How were these pictures made? And make them again.</source>
   <translation>Wie entstanden diese Bilder? Und sie noch einmal machen.</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/views/feature_menus.py" />
   <source>Pictures as PNG…</source>
   <translation>Bilder als PNG…</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/views/feature_menus.py" />
   <source>Pictures to make</source>
   <translation>Zu machende Bilder</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/views/feature_menus.py" />
   <source>Show only what the picture needs: where no gradient pointed it is clear.</source>
   <translation>Nur zeigen, was das Bild braucht: Wohin kein Gradient wies, ist es klar.</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/views/feature_menus.py" />
   <source>Transparency</source>
   <translation>Durchsichtigkeit</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/views/feature_menus.py" />
   <source>Which pictures are made side by side.</source>
   <translation>Welche Bilder nebeneinander entstehen.</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/views/feature_menus.py" />
   <source>Write the pictures or their growth to files, or copy one.</source>
   <translation>Die Bilder oder ihr Wachstum in Dateien schreiben, oder eines kopieren.</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/views/feature_pictures.py" />
   <source>A picture that drives one class of the network’s output.</source>
   <translation>Ein Bild, das eine Klasse der Ausgabe des Netzes anregt.</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/views/feature_pictures.py" />
   <source>A strip of pictures in steps from this unit to another one.</source>
   <translation>Ein Streifen von Bildern in Schritten von dieser Einheit zu einer anderen.</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/views/feature_pictures.py" />
   <source>Class…</source>
   <translation>Klasse…</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/views/feature_pictures.py" />
   <source>Interpolation to a unit…</source>
   <translation>Interpolation zu einer Einheit…</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/views/feature_pictures.py" />
   <source>One picture for several units at once, each with a weight: a direction.</source>
   <translation>Ein Bild für mehrere Einheiten zugleich, jede mit einem Gewicht: eine Richtung.</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/views/feature_pictures.py" />
   <source>Put together</source>
   <translation>Zusammengesetzt</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/views/feature_pictures.py" />
   <source>Several units…</source>
   <translation>Mehrere Einheiten…</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/views/feature_pictures.py" />
   <source>The current picture</source>
   <translation>Das aktuelle Bild</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/views/feature_pictures.py" />
   <source>This layer</source>
   <translation>Diese Schicht</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/views/feature_pictures.py" />
   <source>This unit</source>
   <translation>Diese Einheit</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/views/feature_pictures.py" />
   <source>{count} pictures</source>
   <translation>{count} Bilder</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/views/feature_pictures.py" />
   <source>{title} of “{name}”</source>
   <translation>{title} von „{name}“</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/views/fellow_units.py" />
   <source>Correlation of the maxima over {pictures:,} pictures, within this node.</source>
   <translation>Korrelation der Maxima über {pictures:,} Bilder, innerhalb dieses Knotens.</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/views/fellow_units.py" />
   <source>Fire when it does not</source>
   <translation>Feuern ohne sie</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/views/fellow_units.py" />
   <source>Fire with it</source>
   <translation>Feuern mit ihr</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/views/fellow_units.py" />
   <source>The scan does not tell which units of this node fire together.</source>
   <translation>Die Durchmusterung sagt nicht, welche Einheiten dieses Knotens gemeinsam feuern.</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/views/fellow_units.py" />
   <source>Unit {unit}, correlation {value}</source>
   <translation>Einheit {unit}, Korrelation {value}</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/views/fellow_units.py" />
   <source>Unit {unit}: correlation {value} of the pictures’ maxima. Click to go there.</source>
   <translation>Einheit {unit}: Korrelation {value} der Maxima der Bilder. Klick geht dorthin.</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/views/fellow_units.py" />
   <source>Units that fire with it</source>
   <translation>Einheiten, die mit ihr feuern</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/views/first_tour.py" />
   <source>Done</source>
   <translation>Fertig</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/views/first_tour.py" />
   <source>Next</source>
   <translation>Weiter</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/views/first_tour.py" />
   <source>Tour of the window</source>
   <translation>Rundgang durch das Fenster</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/views/first_tour.py" />
   <source>{number} of {total}</source>
   <translation>{number} von {total}</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/views/frames_bar.py" />
   <source>Frame</source>
   <translation>Einzelbild</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/views/frames_bar.py" />
   <source>Look at the pictures as they were at an earlier step; the last frame is the result.</source>
   <translation>Die Bilder ansehen, wie sie bei einem früheren Schritt waren; das letzte ist das Ergebnis.</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/views/frames_bar.py" />
   <source>Play how the pictures grew.</source>
   <translation>Abspielen, wie die Bilder wuchsen.</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/views/frames_bar.py" />
   <source>Play the growth</source>
   <translation>Wachstum abspielen</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/views/frames_bar.py" />
   <source>frame {place} of {count} · step {step}</source>
   <translation>Bild {place} von {count} · Schritt {step}</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/views/graph.py" />
   <source>All of it in sight</source>
   <translation>Alles auf einmal sehen</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/views/graph.py" />
   <source>As at first</source>
   <translation>Wie zu Anfang</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/views/graph.py" />
   <source>As wide as the view (0)</source>
   <translation>So breit wie die Ansicht (0)</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/views/graph.py" />
   <source>Blocks</source>
   <translation>Blöcke</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/views/graph.py" />
   <source>Caricature</source>
   <translation>Karikatur</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/views/graph.py" />
   <source>Channel mean</source>
   <translation>Kanalmittel</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/views/graph.py" />
   <source>DeepDream</source>
   <translation>DeepDream</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/views/graph.py" />
   <source>Every operation</source>
   <translation>Jede Operation</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/views/graph.py" />
   <source>Export as DOT…</source>
   <translation>Als DOT exportieren…</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/views/graph.py" />
   <source>Export as SVG…</source>
   <translation>Als SVG exportieren…</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/views/graph.py" />
   <source>Fold all</source>
   <translation>Alle einklappen</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/views/graph.py" />
   <source>Go on with the pictures</source>
   <translation>Mit den Bildern fortfahren</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/views/graph.py" />
   <source>In a window of its own, or back</source>
   <translation>In einem eigenen Fenster, oder zurück</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/views/graph.py" />
   <source>Large blocks folded, the others open</source>
   <translation>Große Blöcke eingeklappt, die anderen offen</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/views/graph.py" />
   <source>Name or op</source>
   <translation>Name oder Op</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/views/graph.py" />
   <source>Only the operations.</source>
   <translation>Nur die Operationen.</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/views/graph.py" />
   <source>Only the outermost blocks</source>
   <translation>Nur die äußersten Blöcke</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/views/graph.py" />
   <source>Own window</source>
   <translation>Eigenes Fenster</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/views/graph.py" />
   <source>Pause the making of pictures</source>
   <translation>Das Bildermachen anhalten</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/views/graph.py" />
   <source>Pictures: {}</source>
   <translation>Bilder: {}</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/views/graph.py" />
   <source>Search the graph</source>
   <translation>Den Graphen durchsuchen</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/views/graph.py" />
   <source>Unfold all</source>
   <translation>Alle ausklappen</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/views/graph.py" />
   <source>What each layer makes of the current picture, exaggerated.</source>
   <translation>Was jede Schicht aus dem aktuellen Bild macht, übertrieben.</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/views/graph.py" />
   <source>What strengthens all of a layer.</source>
   <translation>Was eine Schicht im Ganzen stärkt.</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/views/graph.py" />
   <source>Where each layer responds to the current picture, over all its channels.</source>
   <translation>Wo jede Schicht auf das aktuelle Bild antwortet, über alle ihre Kanäle.</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/views/graph.py" />
   <source>Zoom in (+, Ctrl+wheel)</source>
   <translation>Vergrößern (+, Strg+Mausrad)</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/views/graph.py" />
   <source>Zoom out (-, Ctrl+wheel)</source>
   <translation>Verkleinern (-, Strg+Mausrad)</translation>
  </message>
  <message numerus="yes">
   <location filename="../../inspector/gui/views/graph_items.py" />
   <source> · {count} ops</source>
   <translation>
    <numerusform> · {count} Op</numerusform>
    <numerusform> · {count} Ops</numerusform>
   </translation>
  </message>
  <message>
   <location filename="../../inspector/gui/views/graph_items.py" />
   <source>input</source>
   <translation>Eingang</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/views/graph_items.py" />
   <source>{about}
Click the triangle, or double-click, to fold it</source>
   <translation>{about}
Dreieck anklicken, oder doppelklicken, um ihn einzuklappen</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/views/graph_minimap.py" />
   <source>Overview of the graph</source>
   <translation>Übersicht des Graphen</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/views/group_field.py" />
   <source>Choose a group of units (↓)</source>
   <translation>Eine Gruppe von Einheiten wählen (↓)</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/views/group_field.py" />
   <source>No group has units of this node</source>
   <translation>Keine Gruppe hat Einheiten dieses Knotens</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/views/group_section.py" />
   <source>Comment</source>
   <translation>Kommentar</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/views/group_section.py" />
   <source>Comment on the group {name}</source>
   <translation>Kommentar zur Gruppe {name}</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/views/group_section.py" />
   <source>In no group; drop here to take out of one.</source>
   <translation>In keiner Gruppe; hier ablegen, um aus einer herauszunehmen.</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/views/group_section.py" />
   <source>Name of the group</source>
   <translation>Name der Gruppe</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/views/group_section.py" />
   <source>Share of the group {name}</source>
   <translation>Anteil der Gruppe {name}</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/views/group_section.py" />
   <source>Units of the group {name}</source>
   <translation>Einheiten der Gruppe {name}</translation>
  </message>
  <message numerus="yes">
   <location filename="../../inspector/gui/views/group_section.py" />
   <source>{count:,} units · {part:.0%}</source>
   <translation>
    <numerusform>{count:,} Einheit · {part:.0%}</numerusform>
    <numerusform>{count:,} Einheiten · {part:.0%}</numerusform>
   </translation>
  </message>
  <message>
   <location filename="../../inspector/gui/views/groups.py" />
   <source>Choose a node that has units.</source>
   <translation>Einen Knoten wählen, der Einheiten hat.</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/views/groups.py" />
   <source>Name of a new group</source>
   <translation>Name einer neuen Gruppe</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/views/groups.py" />
   <source>New group</source>
   <translation>Neue Gruppe</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/views/groups.py" />
   <source>No units to group</source>
   <translation>Keine Einheiten zum Gruppieren</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/views/groups.py" />
   <source>Suggest</source>
   <translation>Vorschlagen</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/views/groups.py" />
   <source>Suggest groups</source>
   <translation>Gruppen vorschlagen</translation>
  </message>
  <message numerus="yes">
   <location filename="../../inspector/gui/views/groups.py" />
   <source>{count} groups · {grouped:,} of {units:,} units · drag tiles into groups</source>
   <translation>
    <numerusform>{count} Gruppe · {grouped:,} von {units:,} Einheiten · Kacheln in Gruppen ziehen</numerusform>
    <numerusform>{count} Gruppen · {grouped:,} von {units:,} Einheiten · Kacheln in Gruppen ziehen</numerusform>
   </translation>
  </message>
  <message>
   <location filename="../../inspector/gui/views/heat_map.py" />
   <source>Colours from {low} to {high}</source>
   <translation>Farben von {low} bis {high}</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/views/heat_map.py" />
   <source>Responses over both axes</source>
   <translation>Antworten über beide Achsen</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/views/heat_map.py" />
   <source>not yet</source>
   <translation>noch nicht</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/views/histogram_plot.py" />
   <source>Histogram of the unit’s values</source>
   <translation>Histogramm der Werte der Einheit</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/views/histogram_plot.py" />
   <source>places</source>
   <translation>Stellen</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/views/index_bar.py" />
   <source>Histogram of an index</source>
   <translation>Histogramm einer Kennzahl</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/views/index_bar.py" />
   <source>How an index is distributed over the units of this node.</source>
   <translation>Wie eine Kennzahl über die Einheiten dieses Knotens verteilt ist.</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/views/index_bar.py" />
   <source>Index in the histogram</source>
   <translation>Kennzahl im Histogramm</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/views/index_bar.py" />
   <source>Search units</source>
   <translation>Einheiten suchen</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/views/index_bar.py" />
   <source>Search units by their indices</source>
   <translation>Einheiten nach ihren Kennzahlen suchen</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/views/index_bar.py" />
   <source>Search units: {plain} &gt; {median}</source>
   <translation>Einheiten suchen: {plain} &gt; {median}</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/views/index_bar.py" />
   <source>{shown:,} of {count:,}</source>
   <translation>{shown:,} von {count:,}</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/views/index_histogram.py" />
   <source>, {missing} without</source>
   <translation>, {missing} ohne</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/views/index_histogram.py" />
   <source>Drag over bars to show only these units; a double click shows all again.</source>
   <translation>Über Balken ziehen, um nur diese Einheiten zu zeigen; ein Doppelklick zeigt wieder alle.</translation>
  </message>
  <message numerus="yes">
   <location filename="../../inspector/gui/views/index_histogram.py" />
   <source>{name} of {count} units{without}</source>
   <translation>
    <numerusform>{name} von {count} Einheit{without}</numerusform>
    <numerusform>{name} von {count} Einheiten{without}</numerusform>
   </translation>
  </message>
  <message>
   <location filename="../../inspector/gui/views/index_table.py" />
   <source>Indices of every unit</source>
   <translation>Kennzahlen jeder Einheit</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/views/index_table.py" />
   <source>The indices are told when every stimulus was shown.</source>
   <translation>Die Kennzahlen stehen fest, wenn jeder Reiz gezeigt wurde.</translation>
  </message>
  <message numerus="yes">
   <location filename="../../inspector/gui/views/index_table.py" />
   <source>{count:,} units · click a heading to sort by it</source>
   <translation>
    <numerusform>{count:,} Einheit · Klick auf eine Überschrift ordnet danach</numerusform>
    <numerusform>{count:,} Einheiten · Klick auf eine Überschrift ordnet danach</numerusform>
   </translation>
  </message>
  <message>
   <location filename="../../inspector/gui/views/kernel_list.py" />
   <source> · click to walk there</source>
   <translation> · Klick geht dorthin</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/views/kernel_list.py" />
   <source>{node}/{unit_name}, sum {sum}</source>
   <translation>{node}/{unit_name}, Summe {sum}</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/views/kernel_list.py" />
   <source>{node}/{unit}
L2 norm {norm:.4g} · sum of weights {sum}
{shape} weights{walk}</source>
   <translation>{node}/{unit}
L2-Norm {norm:.4g} · Summe der Gewichte {sum}
{shape} Gewichte{walk}</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/views/kernel_section.py" />
   <source> · {count:,} of {count2:,}</source>
   <translation> · {count:,} von {count2:,}</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/views/kernel_section.py" />
   <source>Nearest weights</source>
   <translation>Nächste Gewichte</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/views/kernel_section.py" />
   <source>Red excites, blue inhibits, white is no weight; full colour at ±{limit:.3g}.</source>
   <translation>Rot erregt, Blau hemmt, Weiß ist kein Gewicht; volle Farbe bei ±{limit:.3g}.</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/views/kernel_section.py" />
   <source>Scale of weights</source>
   <translation>Skala der Gewichte</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/views/kernel_wall.py" />
   <source>Branch statistics</source>
   <translation>Statistik der Zweige</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/views/kernel_wall.py" />
   <source>Branches</source>
   <translation>Zweige</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/views/kernel_wall.py" />
   <source>Factors</source>
   <translation>Faktoren</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/views/kernel_wall.py" />
   <source>How much weight, over all inputs, each position of the kernel has.</source>
   <translation>Wie viel Gewicht, über alle Eingänge, jede Position des Kerns hat.</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/views/kernel_wall.py" />
   <source>Kernels of all units</source>
   <translation>Kerne aller Einheiten</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/views/kernel_wall.py" />
   <source>L2 norm</source>
   <translation>L2-Norm</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/views/kernel_wall.py" />
   <source>L2 norm over the inputs; units sorted by likeness</source>
   <translation>L2-Norm über die Eingänge; Einheiten nach Ähnlichkeit geordnet</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/views/kernel_wall.py" />
   <source>One-sided</source>
   <translation>Einseitig</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/views/kernel_wall.py" />
   <source>Plane</source>
   <translation>Ebene</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/views/kernel_wall.py" />
   <source>Positions</source>
   <translation>Positionen</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/views/kernel_wall.py" />
   <source>Three factors with a sign in space side by side: red excites, blue inhibits.</source>
   <translation>Drei Faktoren mit räumlichem Vorzeichen nebeneinander: Rot erregt, Blau hemmt.</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/views/kernel_wall.py" />
   <source>Three non-negative factors of all inputs as red, green and blue.</source>
   <translation>Drei nichtnegative Faktoren aller Eingänge als Rot, Grün und Blau.</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/views/kernel_wall.py" />
   <source>Units in the plane of the first two singular vectors of |weights|, by branch.</source>
   <translation>Einheiten in der Ebene der ersten beiden Singulärvektoren von |Gewichte|, nach Zweigen.</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/views/kernel_wall.py" />
   <source>Units in the plane of two singular vectors</source>
   <translation>Einheiten in der Ebene zweier Singulärvektoren</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/views/kernel_wall.py" />
   <source>What the kernels of each branch are like.</source>
   <translation>Wie die Kerne jedes Zweigs beschaffen sind.</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/views/kernel_wall.py" />
   <source>at centre</source>
   <translation>in der Mitte</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/views/kernel_wall.py" />
   <source>batch norm folded in</source>
   <translation>Batch-Norm eingerechnet</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/views/kernel_wall.py" />
   <source>branch</source>
   <translation>Zweig</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/views/kernel_wall.py" />
   <source>first singular vector of |weights|</source>
   <translation>erster Singulärvektor von |Gewichte|</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/views/kernel_wall.py" />
   <source>kernel</source>
   <translation>Kern</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/views/kernel_wall.py" />
   <source>positive</source>
   <translation>positiv</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/views/kernel_wall.py" />
   <source>second</source>
   <translation>zweiter</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/views/kernel_wall.py" />
   <source>three factors leave {left_out:.0%} out; units sorted by likeness</source>
   <translation>drei Faktoren lassen {left_out:.0%} aus; Einheiten nach Ähnlichkeit geordnet</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/views/kernel_wall.py" />
   <source>two vectors hold {singular:.0%} of the squared |weights|</source>
   <translation>zwei Vektoren fassen {singular:.0%} der quadrierten |Gewichte|</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/views/live.py" />
   <source> · mid grey (line) {baseline}{sigma}</source>
   <translation> · Mittelgrau (Linie) {baseline}{sigma}</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/views/live.py" />
   <source>Stimulus shown to the network</source>
   <translation>Reiz, der dem Netz gezeigt wird</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/views/live.py" />
   <source>unit {unit}: {response}{sigma}{grey}</source>
   <translation>Einheit {unit}: {response}{sigma}{grey}</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/views/live_bars.py" />
   <source>Responses of all units</source>
   <translation>Antworten aller Einheiten</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/views/live_bars.py" />
   <source>response ({measured})</source>
   <translation>Antwort ({measured})</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/views/live_sliders.py" />
   <source>00.0 c/img</source>
   <translation>00.0 P/Bild</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/views/live_sliders.py" />
   <source>Axes of the live stimulus</source>
   <translation>Achsen des Live-Reizes</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/views/matches.py" />
   <source>A unit of this node</source>
   <translation>Eine Einheit dieses Knotens</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/views/matches.py" />
   <source>Best anywhere</source>
   <translation>Bestes überall</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/views/matches.py" />
   <source>Both networks' units beside each other, in a window</source>
   <translation>Einheiten beider Netze nebeneinander, in einem Fenster</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/views/matches.py" />
   <source>Click a unit: its like in the other network.</source>
   <translation>Eine Einheit anklicken: ihr Gegenstück im anderen Netz.</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/views/matches.py" />
   <source>Corr.</source>
   <translation>Korr.</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/views/matches.py" />
   <source>Correlation of the pair over the pictures</source>
   <translation>Korrelation des Paars über die Bilder</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/views/matches.py" />
   <source>Correlation with the best match over the pictures</source>
   <translation>Korrelation mit dem besten Gegenstück über die Bilder</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/views/matches.py" />
   <source>How deep the best match lies: 0 % is the first node, 100 % the last</source>
   <translation>Wie tief das beste Gegenstück liegt: 0 % ist der erste Knoten, 100 % der letzte</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/views/matches.py" />
   <source>Its like</source>
   <translation>Gegenstück</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/views/matches.py" />
   <source>Lay its tuning over that of this unit</source>
   <translation>Ihre Abstimmung über die dieser Einheit legen</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/views/matches.py" />
   <source>Open the other network at the unit that is its like</source>
   <translation>Das andere Netz bei der Einheit öffnen, die ihr gleicht</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/views/matches.py" />
   <source>Open there</source>
   <translation>Dort öffnen</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/views/matches.py" />
   <source>Pin its tuning</source>
   <translation>Abstimmung anheften</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/views/matches.py" />
   <source>The unit of any node of the other network that answers most alike</source>
   <translation>Die Einheit eines beliebigen Knotens des anderen Netzes, die am ähnlichsten antwortet</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/views/matches.py" />
   <source>The unit of the other node that it is paired with, one to one</source>
   <translation>Die Einheit des anderen Knotens, mit der sie gepaart ist, eins zu eins</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/views/matches.py" />
   <source>Units and their like in the other network</source>
   <translation>Einheiten und ihre Gegenstücke im anderen Netz</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/views/matches.py" />
   <source>{unit} has no like in {other}</source>
   <translation>{unit} hat kein Gegenstück in {other}</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/views/notes.py" />
   <source> % sure</source>
   <translation> % sicher</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/views/notes.py" />
   <source>*Nothing noted.*</source>
   <translation>*Nichts notiert.*</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/views/notes.py" />
   <source>Add to a group …</source>
   <translation>Zu einer Gruppe hinzufügen …</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/views/notes.py" />
   <source>Delete takes the unit out of a group</source>
   <translation>Entf nimmt die Einheit aus einer Gruppe</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/views/notes.py" />
   <source>Group to join</source>
   <translation>Gruppe zum Beitreten</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/views/notes.py" />
   <source>Groups that the unit is in</source>
   <translation>Gruppen, in denen die Einheit ist</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/views/notes.py" />
   <source>How sure</source>
   <translation>Wie sicher</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/views/notes.py" />
   <source>Label of the unit</source>
   <translation>Name der Einheit</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/views/notes.py" />
   <source>Label: what is it?</source>
   <translation>Name: Was ist es?</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/views/notes.py" />
   <source>Note</source>
   <translation>Notiz</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/views/notes.py" />
   <source>Note on the unit</source>
   <translation>Notiz zur Einheit</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/views/notes.py" />
   <source>Note on the unit, as it reads</source>
   <translation>Notiz zur Einheit, zum Lesen gesetzt</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/views/notes.py" />
   <source>Note, in Markdown</source>
   <translation>Notiz, in Markdown</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/views/notes.py" />
   <source>Read</source>
   <translation>Lesen</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/views/notes.py" />
   <source>Star (Ctrl+D)</source>
   <translation>Stern (Strg+D)</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/views/notes.py" />
   <source>{name} · {confidence:.0%} sure</source>
   <translation>{name} · {confidence:.0%} sicher</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/views/objective_words.py" />
   <source> at {position}</source>
   <translation> bei {position}</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/views/objective_words.py" />
   <source>Activation{where}</source>
   <translation>Aktivierung{where}</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/views/objective_words.py" />
   <source>As it looks by the facet “{name}”, which counts {weight:g} times.</source>
   <translation>Wie es durch die Facette „{name}“ aussieht, die {weight:g}-fach zählt.</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/views/objective_words.py" />
   <source>Channel{named}</source>
   <translation>Kanal{named}</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/views/objective_words.py" />
   <source>Class {name}</source>
   <translation>Klasse {name}</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/views/objective_words.py" />
   <source>Diversity</source>
   <translation>Vielfalt</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/views/objective_words.py" />
   <source>Drives a class of the network, before the softmax.</source>
   <translation>Regt eine Klasse des Netzes an, vor dem Softmax.</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/views/objective_words.py" />
   <source>Drives a direction in the layer’s space: {words}.</source>
   <translation>Regt eine Richtung im Raum der Schicht an: {words}.</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/views/objective_words.py" />
   <source>Drives the unit as the others of its row do, and looks as little like them as can be.</source>
   <translation>Regt die Einheit an wie die anderen der Reihe und sieht ihnen dabei so wenig ähnlich wie möglich.</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/views/objective_words.py" />
   <source>Drives the unit at {place} of its map.</source>
   <translation>Regt die Einheit an {place} ihrer Karte an.</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/views/objective_words.py" />
   <source>Drives the unit everywhere on the picture, on average.</source>
   <translation>Regt die Einheit überall auf dem Bild an, im Mittel.</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/views/objective_words.py" />
   <source>Drives what its text says.</source>
   <translation>Regt an, was der Text sagt.</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/views/objective_words.py" />
   <source>Drives what the layer answers at {place} of the picture.</source>
   <translation>Regt an, was die Schicht an {place} des Bildes antwortet.</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/views/objective_words.py" />
   <source>Exaggerates what the layer sees in the picture.</source>
   <translation>Übertreibt, was die Schicht im Bild sieht.</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/views/objective_words.py" />
   <source>Interpolation to {title}</source>
   <translation>Interpolation zu {title}</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/views/objective_words.py" />
   <source>Negative {title}</source>
   <translation>Negativ: {title}</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/views/objective_words.py" />
   <source>Neuron{named}{where}</source>
   <translation>Neuron{named}{where}</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/views/objective_words.py" />
   <source>Pictures in equal steps from one to the other.</source>
   <translation>Bilder in gleichen Schritten vom einen zum anderen.</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/views/objective_words.py" />
   <source>Silences a class of the network, before the softmax.</source>
   <translation>Bringt eine Klasse des Netzes zum Schweigen, vor dem Softmax.</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/views/objective_words.py" />
   <source>Silences a direction in the layer’s space: {words}.</source>
   <translation>Bringt eine Richtung im Raum der Schicht zum Schweigen: {words}.</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/views/objective_words.py" />
   <source>Silences the unit at {place} of its map.</source>
   <translation>Bringt die Einheit an {place} ihrer Karte zum Schweigen.</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/views/objective_words.py" />
   <source>Silences the unit everywhere on the picture, on average.</source>
   <translation>Bringt die Einheit überall auf dem Bild zum Schweigen, im Mittel.</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/views/objective_words.py" />
   <source>Silences what the layer answers at {place} of the picture.</source>
   <translation>Bringt zum Schweigen, was die Schicht an {place} des Bildes antwortet.</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/views/objective_words.py" />
   <source>Strengthens whatever the whole layer answers to (DeepDream).</source>
   <translation>Stärkt, worauf die ganze Schicht antwortet (DeepDream).</translation>
  </message>
  <message numerus="yes">
   <location filename="../../inspector/gui/views/objective_words.py" />
   <source>Units {words}</source>
   <translation>
    <numerusform>Einheit {words}</numerusform>
    <numerusform>Einheiten {words}</numerusform>
   </translation>
  </message>
  <message>
   <location filename="../../inspector/gui/views/objective_words.py" />
   <source>Weakens whatever the whole layer answers to (DeepDream).</source>
   <translation>Schwächt, worauf die ganze Schicht antwortet (DeepDream).</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/views/objective_words.py" />
   <source>one position</source>
   <translation>einer Position</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/views/objective_words.py" />
   <source>the clicked place</source>
   <translation>der angeklickten Stelle</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/views/objective_words.py" />
   <source>the clicked position</source>
   <translation>der angeklickten Position</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/views/objective_words.py" />
   <source>the middle</source>
   <translation>der Mitte</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/views/objective_words.py" />
   <source>{first:.0%} of {name} and {share:.0%} of {name2}.</source>
   <translation>{first:.0%} von {name} und {share:.0%} von {name2}.</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/views/picture.py" />
   <source>Click a place to look at the neuron there; click it again to leave it.</source>
   <translation>Eine Stelle anklicken, um das Neuron dort anzusehen; noch einmal, um sie zu verlassen.</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/views/picture.py" />
   <source>Current picture</source>
   <translation>Aktuelles Bild</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/views/picture.py" />
   <source>Drop a picture here</source>
   <translation>Hier ein Bild ablegen</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/views/picture.py" />
   <source>Opacity of the heat map</source>
   <translation>Deckkraft der Heatmap</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/views/picture.py" />
   <source>Show where on the picture the chosen unit answers.</source>
   <translation>Zeigen, wo auf dem Bild die gewählte Einheit antwortet.</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/views/picture.py" />
   <source>Strongest units</source>
   <translation>Stärkste Einheiten</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/views/picture.py" />
   <source>This node has no positions to show on the picture.</source>
   <translation>Dieser Knoten hat keine Positionen, die sich auf dem Bild zeigen ließen.</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/views/picture.py" />
   <source>class token</source>
   <translation>Klassentoken</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/views/picture.py" />
   <source>further token</source>
   <translation>weiteres Token</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/views/picture.py" />
   <source>or paste one, or open files from the menu.</source>
   <translation>oder eines einfügen, oder Dateien über das Menü öffnen.</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/views/picture.py" />
   <source>unit {unit} · max {peak}{tokens}{place}</source>
   <translation>Einheit {unit} · max {peak}{tokens}{place}</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/views/polar_plot.py" />
   <source>Tuning around the circle</source>
   <translation>Abstimmung um den Kreis</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/views/prompts.py" />
   <source>415 common words</source>
   <translation>415 häufige Wörter</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/views/prompts.py" />
   <source>Common words are written and shown to the network; yours where you type some.</source>
   <translation>Häufige Wörter werden geschrieben und dem Netz gezeigt; eigene, wo welche eingegeben sind.</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/views/prompts.py" />
   <source>Each word is written in each colour; type colours, or leave it to five.</source>
   <translation>Jedes Wort wird in jeder Farbe geschrieben; Farben eingeben oder fünf nehmen.</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/views/prompts.py" />
   <source>How well typed prompts fit the picture (CLIP)</source>
   <translation>Wie gut eingegebene Prompts zum Bild passen (CLIP)</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/views/prompts.py" />
   <source>Make grid</source>
   <translation>Gitter machen</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/views/prompts.py" />
   <source>Nearest</source>
   <translation>Nächste</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/views/prompts.py" />
   <source>Nothing to see yet</source>
   <translation>Noch nichts zu sehen</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/views/prompts.py" />
   <source>Prompts</source>
   <translation>Prompts</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/views/prompts.py" />
   <source>Prompts or words, one a line</source>
   <translation>Prompts oder Wörter, eines je Zeile</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/views/prompts.py" />
   <source>Show words</source>
   <translation>Wörter zeigen</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/views/prompts.py" />
   <source>Stroop</source>
   <translation>Stroop</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/views/prompts.py" />
   <source>Template that prompts are put into</source>
   <translation>Vorlage, in die Prompts gesetzt werden</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/views/prompts.py" />
   <source>Type prompts, one a line: what the picture may show.</source>
   <translation>Prompts eingeben, einen je Zeile: was das Bild zeigen könnte.</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/views/prompts.py" />
   <source>What prompts are put into; type one of your own with {} in it</source>
   <translation>In was Prompts gesetzt werden; auch eine eigene mit {} darin</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/views/prompts.py" />
   <source>Words are compared with the current picture, and with the unit in the last layer.</source>
   <translation>Wörter werden mit dem aktuellen Bild verglichen, und mit der Einheit in der letzten Schicht.</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/views/prompts.py" />
   <source>Words in inks: which of both does the network go by (CLIP)</source>
   <translation>Wörter in Farben: Wonach von beidem richtet sich das Netz (CLIP)</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/views/prompts.py" />
   <source>Words nearest to the unit or the picture in the joint space (CLIP)</source>
   <translation>Wörter, die der Einheit oder dem Bild im gemeinsamen Raum am nächsten sind (CLIP)</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/views/prompts.py" />
   <source>Words that are written in the middle of a picture, by the unit's response</source>
   <translation>Wörter, in die Mitte eines Bildes geschrieben, nach der Antwort der Einheit</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/views/prompts.py" />
   <source>Words, best first</source>
   <translation>Wörter, beste zuerst</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/views/prompts.py" />
   <source>Write CSV, JSON or PNG</source>
   <translation>CSV, JSON oder PNG schreiben</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/views/prompts.py" />
   <source>Written</source>
   <translation>Schrift</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/views/prompts.py" />
   <source>nearest to the picture</source>
   <translation>dem Bild am nächsten</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/views/prompts.py" />
   <source>nearest to unit {unit}</source>
   <translation>Einheit {unit} am nächsten</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/views/prompts.py" />
   <source>probabilities of the true ink and of the written word</source>
   <translation>Wahrscheinlichkeiten der wahren Farbe und des geschriebenen Worts</translation>
  </message>
  <message numerus="yes">
   <location filename="../../inspector/gui/views/prompts.py" />
   <source>{node}/{unit} · {count} words · {blank} without any</source>
   <translation>
    <numerusform>{node}/{unit} · {count} Wort · {blank} ohne eines</numerusform>
    <numerusform>{node}/{unit} · {count} Wörter · {blank} ohne eines</numerusform>
   </translation>
  </message>
  <message>
   <location filename="../../inspector/gui/views/quilt.py" />
   <source>Quilt of examples by activation</source>
   <translation>Quilt der Beispiele nach Aktivierung</translation>
  </message>
  <message numerus="yes">
   <location filename="../../inspector/gui/views/quilt.py" />
   <source>{count} ranges of values</source>
   <translation>
    <numerusform>{count} Wertebereich</numerusform>
    <numerusform>{count} Wertebereiche</numerusform>
   </translation>
  </message>
  <message>
   <location filename="../../inspector/gui/views/quilt_ranges.py" />
   <source>under 0.01</source>
   <translation>unter 0.01</translation>
  </message>
  <message numerus="yes">
   <location filename="../../inspector/gui/views/quilt_ranges.py" />
   <source>{count:,} places</source>
   <translation>
    <numerusform>{count:,} Stelle</numerusform>
    <numerusform>{count:,} Stellen</numerusform>
   </translation>
  </message>
  <message>
   <location filename="../../inspector/gui/views/quilt_ranges.py" />
   <source>{low} to {high}</source>
   <translation>{low} bis {high}</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/views/quilt_ranges.py" />
   <source>{places}, {percent} %</source>
   <translation>{places}, {percent} %</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/views/recipe_text.py" />
   <source>Computed on</source>
   <translation>Berechnet auf</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/views/recipe_text.py" />
   <source>Location</source>
   <translation>Ort</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/views/recipe_text.py" />
   <source>Made together</source>
   <translation>Gemeinsam gemacht</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/views/recipe_text.py" />
   <source>Network</source>
   <translation>Netz</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/views/recipe_text.py" />
   <source>Objective</source>
   <translation>Ziel</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/views/recipe_text.py" />
   <source>Reached</source>
   <translation>Erreicht</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/views/recipe_text.py" />
   <source>Statistics</source>
   <translation>Statistik</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/views/recipe_text.py" />
   <source>alone</source>
   <translation>allein</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/views/recipe_text.py" />
   <source>not known yet</source>
   <translation>noch nicht bekannt</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/views/recipe_text.py" />
   <source>which was never a file</source>
   <translation>das nie eine Datei war</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/views/recipe_text.py" />
   <source>{count} pictures: {objectives}</source>
   <translation>{count} Bilder: {objectives}</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/views/recipe_text.py" />
   <source>{location}, weights {fingerprint}</source>
   <translation>{location}, Gewichte {fingerprint}</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/views/recipe_text.py" />
   <source>{title}, changed: {changed}</source>
   <translation>{title}, geändert: {changed}</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/views/response_menu.py" />
   <source>Before the nonlinearity</source>
   <translation>Vor der Nichtlinearität</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/views/response_menu.py" />
   <source>Drop some pictures first: the unit’s standard deviation over them is the measure.</source>
   <translation>Zuerst einige Bilder ablegen: Die Standardabweichung der Einheit über sie ist das Maß.</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/views/response_menu.py" />
   <source>In standard deviations of the unit over the {count:,} pictures in the strip: scanned first.</source>
   <translation>In Standardabweichungen der Einheit über die {count:,} Bilder der Leiste: Sie werden zuerst durchmustert.</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/views/response_menu.py" />
   <source>In standard deviations of the unit over the {scanned} that were scanned.</source>
   <translation>In Standardabweichungen der Einheit über die {scanned}, die durchmustert wurden.</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/views/response_menu.py" />
   <source>In σ over the pictures</source>
   <translation>In σ über die Bilder</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/views/response_menu.py" />
   <source>Where the node is a nonlinearity, read what goes into it: values below zero are seen, too.</source>
   <translation>Ist der Knoten eine Nichtlinearität, lesen, was in sie hineingeht: So sind auch Werte unter null zu sehen.</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/views/response_menu.py" />
   <source>Which response of the unit</source>
   <translation>Welche Antwort der Einheit</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/views/response_menu.py" />
   <source>Which response of the unit is measured.</source>
   <translation>Welche Antwort der Einheit gemessen wird.</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/views/side_by_side.py" />
   <source>As the main window</source>
   <translation>Wie das Hauptfenster</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/views/side_by_side.py" />
   <source>Beside</source>
   <translation>Daneben</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/views/side_by_side.py" />
   <source>Best match anywhere</source>
   <translation>Bestes Gegenstück überall</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/views/side_by_side.py" />
   <source>Choose the second network</source>
   <translation>Das zweite Netz wählen</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/views/side_by_side.py" />
   <source>Choose the second network…</source>
   <translation>Das zweite Netz wählen…</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/views/side_by_side.py" />
   <source>Everything</source>
   <translation>Alles</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/views/side_by_side.py" />
   <source>In front</source>
   <translation>Vorn</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/views/side_by_side.py" />
   <source>Its pair</source>
   <translation>Gepaarte</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/views/side_by_side.py" />
   <source>Let the second network follow every step in the first</source>
   <translation>Das zweite Netz jedem Schritt im ersten folgen lassen</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/views/side_by_side.py" />
   <source>Linked</source>
   <translation>Verbunden</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/views/side_by_side.py" />
   <source>Other network…</source>
   <translation>Anderes Netz…</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/views/side_by_side.py" />
   <source>Same name and number</source>
   <translation>Gleicher Name, gleiche Nummer</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/views/side_by_side.py" />
   <source>The node of that name and the unit of that number, as in checkpoints</source>
   <translation>Der Knoten dieses Namens und die Einheit dieser Nummer, wie bei Zwischenständen</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/views/side_by_side.py" />
   <source>The unit</source>
   <translation>Die Einheit</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/views/side_by_side.py" />
   <source>The unit of any node that answers most alike</source>
   <translation>Die Einheit eines beliebigen Knotens, die am ähnlichsten antwortet</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/views/side_by_side.py" />
   <source>The unit that it is paired with, one to one within the node, by correlation</source>
   <translation>Die Einheit, mit der sie im Knoten nach Korrelation eins zu eins gepaart ist</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/views/side_by_side.py" />
   <source>Top pictures</source>
   <translation>Stärkste Bilder</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/views/side_by_side.py" />
   <source>Top pictures, cut out at the maximum</source>
   <translation>Stärkste Bilder, am Maximum ausgeschnitten</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/views/side_by_side.py" />
   <source>Unit, picture, tuning and examples below each other</source>
   <translation>Einheit, Bild, Abstimmung und Beispiele untereinander</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/views/side_by_side.py" />
   <source>What belongs to the page that is chosen in the main window: tuning, examples, picture; else all</source>
   <translation>Was zur Seite gehört, die im Hauptfenster gewählt ist: Abstimmung, Beispiele, Bild; sonst alles</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/views/side_by_side.py" />
   <source>What is shown of the units</source>
   <translation>Was von den Einheiten gezeigt wird</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/views/side_by_side.py" />
   <source>Which unit of the second network is shown</source>
   <translation>Welche Einheit des zweiten Netzes zu sehen ist</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/views/side_by_side.py" />
   <source>complete</source>
   <translation>vollständig</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/views/side_by_side.py" />
   <source>measuring …</source>
   <translation>wird gemessen …</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/views/side_by_side.py" />
   <source>no picture</source>
   <translation>kein Bild</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/views/side_by_side.py" />
   <source>no picture yet</source>
   <translation>noch kein Bild</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/views/side_by_side.py" />
   <source>node/unit</source>
   <translation>Knoten/Einheit</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/views/side_by_side.py" />
   <source>{title}: node and unit</source>
   <translation>{title}: Knoten und Einheit</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/views/side_by_side.py" />
   <source>{title}: picture of the unit</source>
   <translation>{title}: Bild der Einheit</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/views/side_by_side.py" />
   <source>{title}: pictures that the unit answers most to</source>
   <translation>{title}: Bilder, auf die die Einheit am stärksten antwortet</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/views/side_by_side.py" />
   <source>{title}: tuning curve</source>
   <translation>{title}: Abstimmkurve</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/views/side_by_side.py" />
   <source>{title}: where the unit answers to the picture</source>
   <translation>{title}: wo die Einheit auf das Bild antwortet</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/views/side_examples.py" />
   <source>None are known</source>
   <translation>Keine sind bekannt</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/views/side_examples.py" />
   <source>This node was not compared.</source>
   <translation>Dieser Knoten wurde nicht verglichen.</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/views/side_examples.py" />
   <source>{name} · maximum {maximum}</source>
   <translation>{name} · Maximum {maximum}</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/views/small_multiples.py" />
   <source>All units on the same scale, instead of each on its own.</source>
   <translation>Alle Einheiten auf derselben Skala, statt jede auf ihrer eigenen.</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/views/small_multiples.py" />
   <source>One scale</source>
   <translation>Eine Skala</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/views/small_multiples.py" />
   <source>The same measurement of every unit</source>
   <translation>Dieselbe Messung jeder Einheit</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/views/small_multiples.py" />
   <source>Unit {unit}: {low} to {high}</source>
   <translation>Einheit {unit}: {low} bis {high}</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/views/small_multiples.py" />
   <source>each on its own scale</source>
   <translation>jede mit eigener Skala</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/views/small_multiples.py" />
   <source>one scale for all</source>
   <translation>eine Skala für alle</translation>
  </message>
  <message numerus="yes">
   <location filename="../../inspector/gui/views/small_multiples.py" />
   <source>{count:,} units · {over} · {scale}</source>
   <translation>
    <numerusform>{count:,} Einheit · {over} · {scale}</numerusform>
    <numerusform>{count:,} Einheiten · {over} · {scale}</numerusform>
   </translation>
  </message>
  <message>
   <location filename="../../inspector/gui/views/stimulus_strip.py" />
   <source>Stimuli along the axis</source>
   <translation>Reize entlang der Achse</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/views/stroop_grid.py" />
   <source>ink</source>
   <translation>Farbe</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/views/stroop_grid.py" />
   <source>word</source>
   <translation>Wort</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/views/stroop_grid.py" />
   <source>“{word}” in {ink}: ink {by_ink}, word {by_word}</source>
   <translation>„{word}“ in {ink}: Farbe {by_ink}, Wort {by_word}</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/views/suggestion_words.py" />
   <source>Looking for groups by kernels …</source>
   <translation>Gruppen nach Kernen werden gesucht …</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/views/suggestion_words.py" />
   <source>Looking for groups by responses …</source>
   <translation>Gruppen nach Antworten werden gesucht …</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/views/suggestion_words.py" />
   <source>Looking for groups by transform …</source>
   <translation>Gruppen nach Umformung werden gesucht …</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/views/suggestion_words.py" />
   <source>Looking for groups by tuning …</source>
   <translation>Gruppen nach Abstimmung werden gesucht …</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/views/suggestion_words.py" />
   <source>No suggestions by kernels</source>
   <translation>Keine Vorschläge nach Kernen</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/views/suggestion_words.py" />
   <source>No suggestions by responses</source>
   <translation>Keine Vorschläge nach Antworten</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/views/suggestion_words.py" />
   <source>No suggestions by transform</source>
   <translation>Keine Vorschläge nach Umformung</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/views/suggestion_words.py" />
   <source>No suggestions by tuning</source>
   <translation>Keine Vorschläge nach Abstimmung</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/views/suggestion_words.py" />
   <source>Suggest groups by kernels</source>
   <translation>Gruppen nach Kernen vorschlagen</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/views/suggestion_words.py" />
   <source>Suggest groups by responses</source>
   <translation>Gruppen nach Antworten vorschlagen</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/views/suggestion_words.py" />
   <source>Suggest groups by transform</source>
   <translation>Gruppen nach Umformung vorschlagen</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/views/suggestion_words.py" />
   <source>Suggest groups by tuning</source>
   <translation>Gruppen nach Abstimmung vorschlagen</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/views/suggestion_words.py" />
   <source>Units that answer alike over a set of pictures.</source>
   <translation>Einheiten, die über einen Bildersatz gleich antworten.</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/views/suggestion_words.py" />
   <source>Units that fire to each other’s examples, turned, mirrored, scaled or in other hues.</source>
   <translation>Einheiten, die auf die Beispiele der anderen feuern, gedreht, gespiegelt, skaliert oder in anderen Farbtönen.</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/views/suggestion_words.py" />
   <source>Units that prefer one angle, hue or size of synthetic stimuli.</source>
   <translation>Einheiten, die einen Winkel, Farbton oder eine Größe künstlicher Reize bevorzugen.</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/views/suggestion_words.py" />
   <source>Units whose kernels are of one kind, or made of the same inputs.</source>
   <translation>Einheiten, deren Kerne von einer Art sind oder aus denselben Eingängen bestehen.</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/views/suggestion_words.py" />
   <source>by kernels</source>
   <translation>nach Kernen</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/views/suggestion_words.py" />
   <source>by responses</source>
   <translation>nach Antworten</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/views/suggestion_words.py" />
   <source>by transform</source>
   <translation>nach Umformung</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/views/suggestion_words.py" />
   <source>by tuning</source>
   <translation>nach Abstimmung</translation>
  </message>
  <message numerus="yes">
   <location filename="../../inspector/gui/views/suggestion_words.py" />
   <source>{count:,} suggestions</source>
   <translation>
    <numerusform>{count:,} Vorschlag</numerusform>
    <numerusform>{count:,} Vorschläge</numerusform>
   </translation>
  </message>
  <message>
   <location filename="../../inspector/gui/views/suggestions.py" />
   <source>Accept</source>
   <translation>Annehmen</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/views/suggestions.py" />
   <source>Hide the suggestions</source>
   <translation>Die Vorschläge verbergen</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/views/suggestions.py" />
   <source>Make “{name}” a group</source>
   <translation>„{name}“ zu einer Gruppe machen</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/views/suggestions.py" />
   <source>Never suggest “{name}” again</source>
   <translation>„{name}“ nie wieder vorschlagen</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/views/suggestions.py" />
   <source>Reject</source>
   <translation>Ablehnen</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/views/suggestions.py" />
   <source>Units of the suggestion {name}</source>
   <translation>Einheiten des Vorschlags {name}</translation>
  </message>
  <message numerus="yes">
   <location filename="../../inspector/gui/views/suggestions.py" />
   <source>{count:,} units · {confidence:.0%} sure</source>
   <translation>
    <numerusform>{count:,} Einheit · {confidence:.0%} sicher</numerusform>
    <numerusform>{count:,} Einheiten · {confidence:.0%} sicher</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <location filename="../../inspector/gui/views/suggestions.py" />
   <source>{more:,} smaller ones follow when some of these are accepted or rejected.</source>
   <translation>
    <numerusform>{more:,} kleinerer folgt, wenn einige von diesen angenommen oder abgelehnt sind.</numerusform>
    <numerusform>{more:,} kleinere folgen, wenn einige von diesen angenommen oder abgelehnt sind.</numerusform>
   </translation>
  </message>
  <message>
   <location filename="../../inspector/gui/views/suggestions.py" />
   <source>{sure:.0%} sure</source>
   <translation>{sure:.0%} sicher</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/views/tuning.py" />
   <source>Choose a unit: its tuning is drawn here while it is measured.</source>
   <translation>Eine Einheit wählen: Ihre Abstimmung wird hier gezeichnet, während sie gemessen wird.</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/views/tuning_controls.py" />
   <source>Axes</source>
   <translation>Achsen</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/views/tuning_controls.py" />
   <source>Axes of the stimuli</source>
   <translation>Achsen der Reize</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/views/tuning_controls.py" />
   <source>Choose which properties of the stimulus to vary, and over what.</source>
   <translation>Wählen, welche Eigenschaften des Reizes variieren, und worüber.</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/views/tuning_controls.py" />
   <source>Drop or choose a picture first</source>
   <translation>Zuerst ein Bild ablegen oder wählen</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/views/tuning_controls.py" />
   <source>Of the current picture: {name}</source>
   <translation>Vom aktuellen Bild: {name}</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/views/tuning_controls.py" />
   <source>Words that the stimuli write</source>
   <translation>Wörter, die die Reize schreiben</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/views/tuning_controls.py" />
   <source>{sentence}
From {source}</source>
   <translation>{sentence}
Aus {source}</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/views/tuning_foot.py" />
   <source> · post-activation</source>
   <translation> · nach der Nichtlinearität</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/views/tuning_foot.py" />
   <source> · pre-activation{elsewhere}</source>
   <translation> · vor der Nichtlinearität{elsewhere}</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/views/tuning_foot.py" />
   <source>Click to see it large and to turn its knobs.</source>
   <translation>Klicken, um ihn groß zu sehen und an seinen Reglern zu drehen.</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/views/tuning_foot.py" />
   <source>Measuring…</source>
   <translation>Wird gemessen…</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/views/tuning_foot.py" />
   <source>Stimulus</source>
   <translation>Reiz</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/views/tuning_foot.py" />
   <source>in σ over {scale_source}</source>
   <translation>in σ über {scale_source}</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/views/tuning_foot.py" />
   <source>no number</source>
   <translation>keine Zahl</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/views/tuning_foot.py" />
   <source>strongest</source>
   <translation>stärkster</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/views/tuning_foot.py" />
   <source>{done} of {total} stimuli</source>
   <translation>{done} von {total} Reizen</translation>
  </message>
  <message numerus="yes">
   <location filename="../../inspector/gui/views/tuning_foot.py" />
   <source>{total} stimuli{read_at}</source>
   <translation>
    <numerusform>{total} Reiz{read_at}</numerusform>
    <numerusform>{total} Reize{read_at}</numerusform>
   </translation>
  </message>
  <message>
   <location filename="../../inspector/gui/views/tuning_heat_page.py" />
   <source>Response along the line</source>
   <translation>Antwort entlang der Linie</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/views/tuning_heat_page.py" />
   <source>at {axis} {value}</source>
   <translation>bei {axis} {value}</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/views/tuning_menus.py" />
   <source>Axes, responses of all units, stimuli and recipe, for numpy.</source>
   <translation>Achsen, Antworten aller Einheiten, Reize und Rezept, für numpy.</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/views/tuning_menus.py" />
   <source>Copy this view</source>
   <translation>Diese Ansicht kopieren</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/views/tuning_menus.py" />
   <source>Curve or heat map with labelled axes, its recipe inside.</source>
   <translation>Kurve oder Heatmap mit beschrifteten Achsen, das Rezept darin.</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/views/tuning_menus.py" />
   <source>Indices of all units as CSV…</source>
   <translation>Kennzahlen aller Einheiten als CSV…</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/views/tuning_menus.py" />
   <source>Keep this unit’s curve beside others.</source>
   <translation>Die Kurve dieser Einheit neben anderen behalten.</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/views/tuning_menus.py" />
   <source>Measurement as CSV…</source>
   <translation>Messung als CSV…</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/views/tuning_menus.py" />
   <source>Measurement as NPZ…</source>
   <translation>Messung als NPZ…</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/views/tuning_menus.py" />
   <source>Measurement as PNG…</source>
   <translation>Messung als PNG…</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/views/tuning_menus.py" />
   <source>Measurement as SVG…</source>
   <translation>Messung als SVG…</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/views/tuning_menus.py" />
   <source>One row per point, of pinned units and other networks, too.</source>
   <translation>Eine Zeile je Punkt, auch von angehefteten Einheiten und anderen Netzen.</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/views/tuning_menus.py" />
   <source>One row per stimulus, a column per axis.</source>
   <translation>Eine Zeile je Reiz, eine Spalte je Achse.</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/views/tuning_menus.py" />
   <source>One row per unit of the node, a column per index.</source>
   <translation>Eine Zeile je Einheit des Knotens, eine Spalte je Kennzahl.</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/views/tuning_menus.py" />
   <source>Open a second network and show its unit the same stimuli.</source>
   <translation>Ein zweites Netz öffnen und seiner Einheit dieselben Reize zeigen.</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/views/tuning_menus.py" />
   <source>Pin a unit of another network…</source>
   <translation>Einheit eines anderen Netzes anheften…</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/views/tuning_menus.py" />
   <source>Pin a unit of {name}…</source>
   <translation>Eine Einheit von {name} anheften…</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/views/tuning_menus.py" />
   <source>Pin this unit</source>
   <translation>Diese Einheit anheften</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/views/tuning_menus.py" />
   <source>Pin {unit}</source>
   <translation>{unit} anheften</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/views/tuning_menus.py" />
   <source>Pinned units</source>
   <translation>Angeheftete Einheiten</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/views/tuning_menus.py" />
   <source>Remove all</source>
   <translation>Alle entfernen</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/views/tuning_menus.py" />
   <source>Remove {label}</source>
   <translation>{label} entfernen</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/views/tuning_menus.py" />
   <source>Show the tuning in a window of its own, or back in its place.</source>
   <translation>Die Abstimmung in einem eigenen Fenster zeigen, oder zurück an ihrem Platz.</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/views/tuning_menus.py" />
   <source>The curves seen here as CSV…</source>
   <translation>Die Kurven hier als CSV…</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/views/tuning_menus.py" />
   <source>The same as a drawing that can be edited and enlarged.</source>
   <translation>Dasselbe als Zeichnung, die sich bearbeiten und vergrößern lässt.</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/views/tuning_menus.py" />
   <source>This view as PNG…</source>
   <translation>Diese Ansicht als PNG…</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/views/tuning_menus.py" />
   <source>This view as SVG…</source>
   <translation>Diese Ansicht als SVG…</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/views/tuning_menus.py" />
   <source>What is seen here as a drawing.</source>
   <translation>Was hier zu sehen ist, als Zeichnung.</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/views/tuning_menus.py" />
   <source>What is seen here as a picture on the clipboard.</source>
   <translation>Was hier zu sehen ist, als Bild in die Zwischenablage.</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/views/tuning_menus.py" />
   <source>What is seen here, at twice its size.</source>
   <translation>Was hier zu sehen ist, in doppelter Größe.</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/views/tuning_menus.py" />
   <source>Write what was measured, or what is seen, to a file.</source>
   <translation>In eine Datei schreiben, was gemessen wurde oder zu sehen ist.</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/views/tuning_modes.py" />
   <source>Curve</source>
   <translation>Kurve</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/views/tuning_modes.py" />
   <source>Live</source>
   <translation>Live</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/views/tuning_modes.py" />
   <source>Polar</source>
   <translation>Polar</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/views/tuning_modes.py" />
   <source>Responses along one axis, the stimuli below it.</source>
   <translation>Antworten entlang einer Achse, darunter die Reize.</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/views/tuning_modes.py" />
   <source>Responses around the circle; the pointer isolates a curve.</source>
   <translation>Antworten um den Kreis; der Zeiger hebt eine Kurve hervor.</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/views/tuning_modes.py" />
   <source>Responses over two axes; drag the lines to cut through them.</source>
   <translation>Antworten über zwei Achsen; die Linien ziehen, um hindurchzuschneiden.</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/views/tuning_modes.py" />
   <source>Show as {}</source>
   <translation>Zeigen als {}</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/views/tuning_modes.py" />
   <source>The indices of every unit of the node; click a heading to sort by it.</source>
   <translation>Die Kennzahlen jeder Einheit des Knotens; ein Klick auf eine Überschrift ordnet danach.</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/views/tuning_modes.py" />
   <source>The same measurement of every unit of the node; click one to go there.</source>
   <translation>Dieselbe Messung jeder Einheit des Knotens; ein Klick geht dorthin.</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/views/tuning_modes.py" />
   <source>Turn the stimulus’s knobs and watch all units of the node answer.</source>
   <translation>An den Reglern des Reizes drehen und alle Einheiten des Knotens antworten sehen.</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/views/tuning_modes.py" />
   <source>Vary an axis that comes round: an orientation, a hue, a phase.</source>
   <translation>Eine Achse variieren, die sich schließt: eine Orientierung, einen Farbton, eine Phase.</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/views/tuning_modes.py" />
   <source>Vary two axes.</source>
   <translation>Zwei Achsen variieren.</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/views/tuning_pins.py" />
   <source> and </source>
   <translation> und </translation>
  </message>
  <message>
   <location filename="../../inspector/gui/views/tuning_pins.py" />
   <source>{label} (raw)</source>
   <translation>{label} (roh)</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/views/tuning_pins.py" />
   <source>{raw} drawn raw: telling σ there takes two picture files in the strip.</source>
   <translation>{raw} roh gezeichnet: σ dort zu bestimmen braucht zwei Bilddateien in der Leiste.</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/views/tuning_plot.py" />
   <source>Tuning curve</source>
   <translation>Abstimmkurve</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/views/tuning_plot.py" />
   <source>mid grey</source>
   <translation>Mittelgrau</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/views/unit_chips.py" />
   <source>Unit {unit}, response {value}</source>
   <translation>Einheit {unit}, Antwort {value}</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/views/unit_chips.py" />
   <source>Unit {unit}: {value} at row {y}, column {x}</source>
   <translation>Einheit {unit}: {value} in Zeile {y}, Spalte {x}</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/views/weights.py" />
   <source>By L2 norm</source>
   <translation>Nach L2-Norm</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/views/weights.py" />
   <source>By the sum of a kernel’s weights, what excites most first.</source>
   <translation>Nach der Summe der Gewichte eines Kerns, was am stärksten erregt zuerst.</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/views/weights.py" />
   <source>By the sum of a kernel’s weights, what inhibits most first.</source>
   <translation>Nach der Summe der Gewichte eines Kerns, was am stärksten hemmt zuerst.</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/views/weights.py" />
   <source>Every position that is pooled counts alike.</source>
   <translation>Jede zusammengefasste Position zählt gleich.</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/views/weights.py" />
   <source>Excites most</source>
   <translation>Erregt am stärksten</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/views/weights.py" />
   <source>From the picture</source>
   <translation>Aus dem Bild</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/views/weights.py" />
   <source>From {name}</source>
   <translation>Aus {name}</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/views/weights.py" />
   <source>How max pooling counts</source>
   <translation>Wie Max-Pooling zählt</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/views/weights.py" />
   <source>In {name}</source>
   <translation>In {name}</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/views/weights.py" />
   <source>Inhibits most</source>
   <translation>Hemmt am stärksten</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/views/weights.py" />
   <source>Inputs from</source>
   <translation>Eingänge aus</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/views/weights.py" />
   <source>It does not reach {target}.</source>
   <translation>Sie erreicht {target} nicht.</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/views/weights.py" />
   <source>Linear approximation: batch norm folded in, activations and pooling taken as linear</source>
   <translation>Lineare Näherung: Batch-Norm eingerechnet, Aktivierungen und Pooling als linear genommen</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/views/weights.py" />
   <source>Made of</source>
   <translation>Besteht aus</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/views/weights.py" />
   <source>Make a feature visualization of units in sight of which nothing is kept.</source>
   <translation>Eine Merkmalsvisualisierung von sichtbaren Einheiten machen, von denen nichts behalten ist.</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/views/weights.py" />
   <source>Make pictures of units</source>
   <translation>Bilder von Einheiten machen</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/views/weights.py" />
   <source>Max pool as average</source>
   <translation>Max-Pool als Mittel</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/views/weights.py" />
   <source>Max pool at the picture</source>
   <translation>Max-Pool am Bild</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/views/weights.py" />
   <source>More</source>
   <translation>Mehr</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/views/weights.py" />
   <source>Show more kernels</source>
   <translation>Mehr Kerne zeigen</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/views/weights.py" />
   <source>Strongest first, whatever their sign.</source>
   <translation>Stärkste zuerst, gleich welchen Vorzeichens.</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/views/weights.py" />
   <source>The nearest units with weights, or those of a node further behind.</source>
   <translation>Die nächsten Einheiten mit Gewichten, oder die eines weiter hinten liegenden Knotens.</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/views/weights.py" />
   <source>The nearest units with weights, those of a node further back, or the picture.</source>
   <translation>Die nächsten Einheiten mit Gewichten, die eines weiter vorn liegenden Knotens, oder das Bild.</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/views/weights.py" />
   <source>The positions that win on the current picture count.</source>
   <translation>Die Positionen zählen, die auf dem aktuellen Bild gewinnen.</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/views/weights.py" />
   <source>Used by</source>
   <translation>Verwendet von</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/views/weights.py" />
   <source>Users in</source>
   <translation>Verwender in</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/views/weights.py" />
   <source>What comes first</source>
   <translation>Was zuerst kommt</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/views/weights.py" />
   <source>as average</source>
   <translation>als Mittel</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/views/weights.py" />
   <source>at {at}</source>
   <translation>bei {at}</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/views/weights.py" />
   <source>{label} · {sizes} positions · max pooling {pooling}</source>
   <translation>{label} · {sizes} Positionen · Max-Pooling {pooling}</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/views/weights.py" />
   <source>{source} does not reach it.</source>
   <translation>{source} erreicht sie nicht.</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/views/words.py" />
   <source>DSI</source>
   <translation>DSI</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/views/words.py" />
   <source>F1/F0</source>
   <translation>F1/F0</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/views/words.py" />
   <source>OSI</source>
   <translation>OSI</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/views/words.py" />
   <source>The average over all positions of the unit's map.</source>
   <translation>Das Mittel über alle Positionen der Karte der Einheit.</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/views/words.py" />
   <source>The response of the one neuron in the middle of the unit's map.</source>
   <translation>Die Antwort des einen Neurons in der Mitte der Karte der Einheit.</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/views/words.py" />
   <source>The strongest response anywhere in the unit's map.</source>
   <translation>Die stärkste Antwort irgendwo in der Karte der Einheit.</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/views/words.py" />
   <source>c/img</source>
   <translation>P/Bild</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/views/words.py" />
   <source>centre</source>
   <translation>Mitte</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/views/words.py" />
   <source>circular variance</source>
   <translation>zirkuläre Varianz</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/views/words.py" />
   <source>colour selectivity</source>
   <translation>Farbselektivität</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/views/words.py" />
   <source>cycles/image</source>
   <translation>Perioden/Bild</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/views/words.py" />
   <source>deg</source>
   <translation>Grad</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/views/words.py" />
   <source>drive</source>
   <translation>Antrieb</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/views/words.py" />
   <source>firing fraction</source>
   <translation>Feueranteil</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/views/words.py" />
   <source>maximum</source>
   <translation>Maximum</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/views/words.py" />
   <source>noise at mid grey</source>
   <translation>Rauschen bei Mittelgrau</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/views/words.py" />
   <source>octaves</source>
   <translation>Oktaven</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/views/words.py" />
   <source>picture sparseness</source>
   <translation>Spärlichkeit über Bilder</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/views/words.py" />
   <source>preferred {axis}</source>
   <translation>Vorzug {axis}</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/views/words.py" />
   <source>px</source>
   <translation>px</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/views/words.py" />
   <source>raw</source>
   <translation>roh</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/views/words.py" />
   <source>selectivity for {axis}</source>
   <translation>Selektivität für {axis}</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/views/words.py" />
   <source>sigma</source>
   <translation>σ</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/views/words.py" />
   <source>surround suppression</source>
   <translation>Umgebungsunterdrückung</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/views/words.py" />
   <source>{axis} bandwidth</source>
   <translation>Bandbreite {axis}</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/views/words.py" />
   <source>{axis} half width</source>
   <translation>Halbwertsbreite {axis}</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/views/words.py" />
   <source>{axis} selectivity</source>
   <translation>Selektivität {axis}</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/window.py" />
   <source>Address of the location</source>
   <translation>Adresse des Orts</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/window.py" />
   <source>Navigation</source>
   <translation>Navigation</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/window.py" />
   <source>Pictures at hand</source>
   <translation>Bilder zur Hand</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/window.py" />
   <source>Untrained: random weights · {about}</source>
   <translation>Untrainiert: zufällige Gewichte · {about}</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/window.py" />
   <source>network/node/unit</source>
   <translation>Netz/Knoten/Einheit</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/window.py" />
   <source>no weights file</source>
   <translation>keine Gewichtsdatei</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/window.py" />
   <source>{name} (untrained)</source>
   <translation>{name} (untrainiert)</translation>
  </message>
  <message>
   <location filename="../../inspector/gui/window.py" />
   <source>{source}
input {size}</source>
   <translation>{source}
Eingabe {size}</translation>
  </message>
  <message>
   <location filename="../../inspector/help.py" />
   <source>Activations</source>
   <translation>Aktivierungen</translation>
  </message>
  <message>
   <location filename="../../inspector/help.py" />
   <source>Atlas</source>
   <translation>Atlas</translation>
  </message>
  <message>
   <location filename="../../inspector/help.py" />
   <source>Comparison</source>
   <translation>Vergleich</translation>
  </message>
  <message>
   <location filename="../../inspector/help.py" />
   <source>Groups and notes</source>
   <translation>Gruppen und Notizen</translation>
  </message>
  <message>
   <location filename="../../inspector/help.py" />
   <source>Kernel wall</source>
   <translation>Kernwand</translation>
  </message>
  <message>
   <location filename="../../inspector/help.py" />
   <source>The help on “{name}” cannot be read: {reason}.</source>
   <translation>Die Hilfe zu „{name}“ lässt sich nicht lesen: {reason}.</translation>
  </message>
  <message>
   <location filename="../../inspector/help.py" />
   <source>There is no help on “{name}”; there is some on {pages}.</source>
   <translation>Zu „{name}“ gibt es keine Hilfe; es gibt welche zu {pages}.</translation>
  </message>
  <message>
   <location filename="../../inspector/help.py" />
   <source>Writing on the picture</source>
   <translation>Auf das Bild schreiben</translation>
  </message>
  <message>
   <location filename="../../inspector/jobs/bench.py" />
   <source>The network “{name}” is not open.</source>
   <translation>Das Netz „{name}“ ist nicht geöffnet.</translation>
  </message>
  <message>
   <location filename="../../inspector/jobs/beside.py" />
   <source>Closing</source>
   <translation>Schließen</translation>
  </message>
  <message>
   <location filename="../../inspector/jobs/beside.py" />
   <source>Reading {name}</source>
   <translation>Lese {name}</translation>
  </message>
  <message>
   <location filename="../../inspector/jobs/beside.py" />
   <source>The input of {name} can show none of these values of {empty}.</source>
   <translation>Der Eingang von {name} kann keinen dieser Werte von {empty} zeigen.</translation>
  </message>
  <message numerus="yes">
   <location filename="../../inspector/jobs/beside.py" />
   <source>{count:,} pictures</source>
   <translation>
    <numerusform>{count:,} Bild</numerusform>
    <numerusform>{count:,} Bilder</numerusform>
   </translation>
  </message>
  <message>
   <location filename="../../inspector/jobs/beside.py" />
   <source>{name} needs code to run: open it by itself once, where that can be allowed.</source>
   <translation>{name} braucht Code, der läuft: einmal für sich öffnen, wo sich das erlauben lässt.</translation>
  </message>
  <message>
   <location filename="../../inspector/jobs/catalogue.py" />
   <source>Connecting</source>
   <translation>Verbinden</translation>
  </message>
  <message>
   <location filename="../../inspector/jobs/catalogue.py" />
   <source>Found there: {there}.</source>
   <translation>Dort gefunden: {there}.</translation>
  </message>
  <message>
   <location filename="../../inspector/jobs/catalogue.py" />
   <source>Looking for weights</source>
   <translation>Gewichte suchen</translation>
  </message>
  <message>
   <location filename="../../inspector/jobs/catalogue.py" />
   <source>MB</source>
   <translation>MB</translation>
  </message>
  <message>
   <location filename="../../inspector/jobs/catalogue.py" />
   <source>None that go by a network’s name are there yet.</source>
   <translation>Noch liegen dort keine, die nach einem Netz benannt sind.</translation>
  </message>
  <message>
   <location filename="../../inspector/jobs/catalogue.py" />
   <source>Reading timm’s networks</source>
   <translation>timms Netze lesen</translation>
  </message>
  <message>
   <location filename="../../inspector/jobs/catalogue.py" />
   <source>Weights are looked for in {folder} from now on.</source>
   <translation>Gewichte werden von jetzt an in {folder} gesucht.</translation>
  </message>
  <message>
   <location filename="../../inspector/jobs/catalogue.py" />
   <source>pip install “neuron-inspector[{extra}]”</source>
   <translation>pip install „neuron-inspector[{extra}]“</translation>
  </message>
  <message>
   <location filename="../../inspector/jobs/catalogue.py" />
   <source>shipped with the program</source>
   <translation>mit dem Programm geliefert</translation>
  </message>
  <message>
   <location filename="../../inspector/jobs/catalogue.py" />
   <source>{folder} is no folder.</source>
   <translation>{folder} ist kein Ordner.</translation>
  </message>
  <message>
   <location filename="../../inspector/jobs/catalogue.py" />
   <source>{name} has no official weights that could be fetched.</source>
   <translation>Für {name} gibt es keine offiziellen Gewichte, die sich holen ließen.</translation>
  </message>
  <message>
   <location filename="../../inspector/jobs/circuits.py" />
   <source>Circuits</source>
   <translation>Schaltkreise</translation>
  </message>
  <message>
   <location filename="../../inspector/jobs/comparison.py" />
   <source> ({count} more were left out)</source>
   <translation> ({count} weitere wurden weggelassen)</translation>
  </message>
  <message>
   <location filename="../../inspector/jobs/comparison.py" />
   <source>There are no checkpoints in {name}: {endings}.</source>
   <translation>In {name} gibt es keine Zwischenstände: {endings}.</translation>
  </message>
  <message>
   <location filename="../../inspector/jobs/comparison.py" />
   <source>{folder} cannot be read: {reason}.</source>
   <translation>{folder} lässt sich nicht lesen: {reason}.</translation>
  </message>
  <message>
   <location filename="../../inspector/jobs/comparison.py" />
   <source>{node} is only a container of others: choose a node within it.</source>
   <translation>{node} ist nur ein Behälter für andere: einen Knoten darin wählen.</translation>
  </message>
  <message>
   <location filename="../../inspector/jobs/datasheets/writing.py" />
   <source>Nothing of this is a table: export it as arrays (.npz).</source>
   <translation>Nichts davon ist eine Tabelle: als Arrays (.npz) exportieren.</translation>
  </message>
  <message>
   <location filename="../../inspector/jobs/datasheets/writing.py" />
   <source>{name}: data is written as .csv or .npz, not “{suffix}”.</source>
   <translation>{name}: Daten werden als .csv oder .npz geschrieben, nicht als „{suffix}“.</translation>
  </message>
  <message>
   <location filename="../../inspector/jobs/editing.py" />
   <source>Looking at the network</source>
   <translation>Netz ansehen</translation>
  </message>
  <message>
   <location filename="../../inspector/jobs/editing.py" />
   <source>None of {title}’s pictures opens any more: those laid out are compared.</source>
   <translation>Keines der Bilder von {title} lässt sich noch öffnen: Verglichen werden die ausgelegten.</translation>
  </message>
  <message>
   <location filename="../../inspector/jobs/editing.py" />
   <source>its top examples in {title}</source>
   <translation>ihre stärksten Beispiele in {title}</translation>
  </message>
  <message>
   <location filename="../../inspector/jobs/evidence.py" />
   <source>Drives it most: {names} (class selectivity {selectivity:.2f}).</source>
   <translation>Am stärksten treiben sie: {names} (Klassenselektivität {selectivity:.2f}).</translation>
  </message>
  <message>
   <location filename="../../inspector/jobs/evidence.py" />
   <source>Made to drive the unit.</source>
   <translation>Gemacht, um die Einheit zu treiben.</translation>
  </message>
  <message>
   <location filename="../../inspector/jobs/evidence.py" />
   <source>No gradient reaches it: it may be dead.</source>
   <translation>Kein Gradient erreicht sie: Sie könnte tot sein.</translation>
  </message>
  <message>
   <location filename="../../inspector/jobs/evidence.py" />
   <source>No index is defined.</source>
   <translation>Kein Index ist definiert.</translation>
  </message>
  <message>
   <location filename="../../inspector/jobs/evidence.py" />
   <source>No pictures were scanned: scan some to fill this.</source>
   <translation>Es wurden keine Bilder durchmustert: einige durchmustern, um dies zu füllen.</translation>
  </message>
  <message>
   <location filename="../../inspector/jobs/evidence.py" />
   <source>The strongest of {family} is {where}: {flat:.3g}; grey gives {baseline:.3g}.</source>
   <translation>Der stärkste Reiz von {family} ist {where}: {flat:.3g}; Grau ergibt {baseline:.3g}.</translation>
  </message>
  <message>
   <location filename="../../inspector/jobs/evidence.py" />
   <source>There are none.</source>
   <translation>Es gibt keine.</translation>
  </message>
  <message>
   <location filename="../../inspector/jobs/evidence.py" />
   <source>scan {scan}</source>
   <translation>Durchmusterung {scan}</translation>
  </message>
  <message>
   <location filename="../../inspector/jobs/evidence.py" />
   <source>{architecture} · fingerprint {fingerprint}</source>
   <translation>{architecture} · Fingerabdruck {fingerprint}</translation>
  </message>
  <message numerus="yes">
   <location filename="../../inspector/jobs/evidence.py" />
   <source>{count:,} pictures of {title}; it fires at {firing:.1%} of all places.</source>
   <translation>
    <numerusform>{count:,} Bild von {title}; sie feuert an {firing:.1%} aller Orte.</numerusform>
    <numerusform>{count:,} Bilder von {title}; sie feuert an {firing:.1%} aller Orte.</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <location filename="../../inspector/jobs/evidence.py" />
   <source>{recipe}, {count} steps, seed {seed}</source>
   <translation>
    <numerusform>{recipe}, {count} Schritt, Startwert {seed}</numerusform>
    <numerusform>{recipe}, {count} Schritte, Startwert {seed}</numerusform>
   </translation>
  </message>
  <message>
   <location filename="../../inspector/jobs/evidence_arguments.py" />
   <source>Hand-written circuit</source>
   <translation>Schaltkreis von Hand</translation>
  </message>
  <message>
   <location filename="../../inspector/jobs/evidence_arguments.py" />
   <source>Implementation</source>
   <translation>Umsetzung</translation>
  </message>
  <message>
   <location filename="../../inspector/jobs/evidence_arguments.py" />
   <source>Joint tuning</source>
   <translation>Gemeinsame Abstimmung</translation>
  </message>
  <message>
   <location filename="../../inspector/jobs/evidence_arguments.py" />
   <source>Not judged</source>
   <translation>Nicht beurteilt</translation>
  </message>
  <message>
   <location filename="../../inspector/jobs/evidence_arguments.py" />
   <source>Speaks against it</source>
   <translation>Spricht dagegen</translation>
  </message>
  <message>
   <location filename="../../inspector/jobs/evidence_arguments.py" />
   <source>Speaks for it</source>
   <translation>Spricht dafür</translation>
  </message>
  <message>
   <location filename="../../inspector/jobs/evidence_arguments.py" />
   <source>Stimuli drawn for the purpose drive it, others do not.</source>
   <translation>Eigens gezeichnete Reize regen sie an, andere nicht.</translation>
  </message>
  <message>
   <location filename="../../inspector/jobs/evidence_arguments.py" />
   <source>Synthetic examples</source>
   <translation>Künstliche Beispiele</translation>
  </message>
  <message>
   <location filename="../../inspector/jobs/evidence_arguments.py" />
   <source>The pictures that drive it most show it, too.</source>
   <translation>Auch die Bilder, die sie am stärksten anregen, zeigen es.</translation>
  </message>
  <message>
   <location filename="../../inspector/jobs/evidence_arguments.py" />
   <source>The response falls off over every property as it should for such a detector.</source>
   <translation>Die Antwort fällt über jede Eigenschaft so ab, wie sie es bei einem solchen Detektor soll.</translation>
  </message>
  <message>
   <location filename="../../inspector/jobs/evidence_arguments.py" />
   <source>The weights that make it are those that one would write.</source>
   <translation>Die Gewichte, aus denen sie besteht, sind die, die man schreiben würde.</translation>
  </message>
  <message>
   <location filename="../../inspector/jobs/evidence_arguments.py" />
   <source>Undecided</source>
   <translation>Unentschieden</translation>
  </message>
  <message>
   <location filename="../../inspector/jobs/evidence_arguments.py" />
   <source>Units that read it are what can be made of such a feature.</source>
   <translation>Einheiten, die sie lesen, sind das, was sich aus einem solchen Merkmal machen lässt.</translation>
  </message>
  <message>
   <location filename="../../inspector/jobs/evidence_arguments.py" />
   <source>Use</source>
   <translation>Verwendung</translation>
  </message>
  <message>
   <location filename="../../inspector/jobs/evidence_arguments.py" />
   <source>Weights written or cut by hand change it as the story says.</source>
   <translation>Von Hand geschriebene oder gekappte Gewichte ändern sie, wie die Erklärung es sagt.</translation>
  </message>
  <message>
   <location filename="../../inspector/jobs/evidence_arguments.py" />
   <source>What is made to drive the unit shows what it is said to detect.</source>
   <translation>Was die Einheit anregen soll, zeigt, was sie erkennen soll.</translation>
  </message>
  <message>
   <location filename="../../inspector/jobs/evidence_edits.py" />
   <source>; over all {count} the maxima correlate by {correlation}</source>
   <translation>; über alle {count} korrelieren die Maxima mit {correlation}</translation>
  </message>
  <message>
   <location filename="../../inspector/jobs/evidence_edits.py" />
   <source>; the tunings correlate by {correlation}</source>
   <translation>; die Abstimmungen korrelieren mit {correlation}</translation>
  </message>
  <message>
   <location filename="../../inspector/jobs/evidence_edits.py" />
   <source>Its strongest response {before:.3g} becomes {after:.3g} there, {most:.3g} is the most{rest}.</source>
   <translation>Ihre stärkste Antwort {before:.3g} wird dort zu {after:.3g}, {most:.3g} ist das Höchste{rest}.</translation>
  </message>
  <message>
   <location filename="../../inspector/jobs/evidence_edits.py" />
   <source>No edit tests it yet: {ask}</source>
   <translation>Noch prüft sie kein Eingriff: {ask}</translation>
  </message>
  <message>
   <location filename="../../inspector/jobs/evidence_edits.py" />
   <source>No response is a number.</source>
   <translation>Keine Antwort ist eine Zahl.</translation>
  </message>
  <message numerus="yes">
   <location filename="../../inspector/jobs/evidence_edits.py" />
   <source>None of the {count} edits tests it: {ask}</source>
   <translation>
    <numerusform>Der {count} Eingriff prüft sie nicht: {ask}</numerusform>
    <numerusform>Keiner der {count} Eingriffe prüft sie: {ask}</numerusform>
   </translation>
  </message>
  <message>
   <location filename="../../inspector/jobs/evidence_edits.py" />
   <source>On the pictures that drove it most its maximum goes from {before} to {after}{rest}.</source>
   <translation>Auf den Bildern, die sie am stärksten trieben, geht ihr Maximum von {before} auf {after}{rest}.</translation>
  </message>
  <message>
   <location filename="../../inspector/jobs/evidence_edits.py" />
   <source>Switched off: {about}.</source>
   <translation>Abgeschaltet: {about}.</translation>
  </message>
  <message>
   <location filename="../../inspector/jobs/evidence_edits.py" />
   <source>The kernel written is at cosine {cosine} to the learned one.</source>
   <translation>Der geschriebene Kern hat Kosinus {cosine} zum gelernten.</translation>
  </message>
  <message numerus="yes">
   <location filename="../../inspector/jobs/evidence_edits.py" />
   <source>and {count} more edits</source>
   <translation>
    <numerusform>und {count} weiterer Eingriff</numerusform>
    <numerusform>und {count} weitere Eingriffe</numerusform>
   </translation>
  </message>
  <message>
   <location filename="../../inspector/jobs/evidence_edits.py" />
   <source>cut or write weights of it, or silence what it reads, and compare.</source>
   <translation>Gewichte von ihr abschneiden oder schreiben, oder zum Schweigen bringen, was sie liest, und vergleichen.</translation>
  </message>
  <message>
   <location filename="../../inspector/jobs/evidence_edits.py" />
   <source>its top examples in {title} and shipped ones</source>
   <translation>ihre stärksten Beispiele in {title} und mitgelieferte</translation>
  </message>
  <message>
   <location filename="../../inspector/jobs/evidence_edits.py" />
   <source>shipped ones</source>
   <translation>mitgelieferte</translation>
  </message>
  <message numerus="yes">
   <location filename="../../inspector/jobs/evidence_edits.py" />
   <source>{count:,} stimuli of {family}, {measured}, {reduction}</source>
   <translation>
    <numerusform>{count:,} Reiz von {family}, {measured}, {reduction}</numerusform>
    <numerusform>{count:,} Reize von {family}, {measured}, {reduction}</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <location filename="../../inspector/jobs/evidence_edits.py" />
   <source>{count} pictures ({source})</source>
   <translation>
    <numerusform>{count} Bild ({source})</numerusform>
    <numerusform>{count} Bilder ({source})</numerusform>
   </translation>
  </message>
  <message>
   <location filename="../../inspector/jobs/evidence_edits.py" />
   <source>{recipe}, on one scale; {looked}</source>
   <translation>{recipe}, auf einer Skala; {looked}</translation>
  </message>
  <message>
   <location filename="../../inspector/jobs/exports.py" />
   <source>There are no frames to write.</source>
   <translation>Es gibt keine Einzelbilder zu schreiben.</translation>
  </message>
  <message>
   <location filename="../../inspector/jobs/graphs.py" />
   <source>Laying out the graph</source>
   <translation>Graph anordnen</translation>
  </message>
  <message>
   <location filename="../../inspector/jobs/keeping.py" />
   <source>The workspace {folder} failed unexpectedly (the log has the details).</source>
   <translation>Der Arbeitsbereich {folder} hat unerwartet versagt (Näheres steht im Protokoll).</translation>
  </message>
  <message>
   <location filename="../../inspector/jobs/looking.py" />
   <source>{name} is not in {paths} any more.</source>
   <translation>{name} ist nicht mehr in {paths}.</translation>
  </message>
  <message>
   <location filename="../../inspector/jobs/notes.py" />
   <source> and {count:,} more</source>
   <translation> und {count:,} weitere</translation>
  </message>
  <message>
   <location filename="../../inspector/jobs/notes.py" />
   <source>Left out of {name}: {left_out}{more}.</source>
   <translation>Aus {name} weggelassen: {left_out}{more}.</translation>
  </message>
  <message>
   <location filename="../../inspector/jobs/notes.py" />
   <source>{name} holds no labels and groups that can be read: {error}.</source>
   <translation>{name} enthält keine lesbaren Bezeichnungen und Gruppen: {error}.</translation>
  </message>
  <message>
   <location filename="../../inspector/jobs/notes.py" />
   <source>{path} cannot be read: {reason}.</source>
   <translation>{path} lässt sich nicht lesen: {reason}.</translation>
  </message>
  <message>
   <location filename="../../inspector/jobs/requests.py" />
   <source>No pictures in {paths}.</source>
   <translation>Keine Bilder in {paths}.</translation>
  </message>
  <message>
   <location filename="../../inspector/jobs/requests.py" />
   <source>{count:,} of {total:,} pictures left out: {first} at a time.</source>
   <translation>{count:,} von {total:,} Bildern weggelassen: {first} auf einmal.</translation>
  </message>
  <message>
   <location filename="../../inspector/jobs/requests.py" />
   <source>{name} reads {reads}: its words, weights, circuits and graph can be looked at; what shows pictures or stimuli needs a network that reads pictures.</source>
   <translation>{name} liest {reads}: Seine Wörter, Gewichte, Schaltkreise und sein Graph lassen sich ansehen; was Bilder oder Reize zeigt, braucht ein Netz, das Bilder liest.</translation>
  </message>
  <message>
   <location filename="../../inspector/jobs/runner.py" />
   <source>{title}: there is not enough memory; try smaller pictures or fewer at a time.</source>
   <translation>{title}: Der Speicher reicht nicht; kleinere Bilder oder weniger auf einmal versuchen.</translation>
  </message>
  <message>
   <location filename="../../inspector/jobs/runner.py" />
   <source>{title}: {text} (the log has the details).</source>
   <translation>{title}: {text} (Näheres steht im Protokoll).</translation>
  </message>
  <message>
   <location filename="../../inspector/jobs/scanning.py" />
   <source>Laying out what was found</source>
   <translation>Gefundenes auslegen</translation>
  </message>
  <message>
   <location filename="../../inspector/jobs/scanning.py" />
   <source>Looking for pictures</source>
   <translation>Bilder suchen</translation>
  </message>
  <message>
   <location filename="../../inspector/jobs/scanning.py" />
   <source>{name} reads {reads}, and no pictures that could be scanned.</source>
   <translation>{name} liest {reads} und keine Bilder, die sich durchmustern ließen.</translation>
  </message>
  <message>
   <location filename="../../inspector/jobs/scanning.py" />
   <source>{network}/{node} has not been scanned.</source>
   <translation>{network}/{node} wurde nicht durchmustert.</translation>
  </message>
  <message>
   <location filename="../../inspector/jobs/scans_shown.py" />
   <source>Counting pictures</source>
   <translation>Bilder zählen</translation>
  </message>
  <message>
   <location filename="../../inspector/jobs/scans_shown.py" />
   <source>Looking for units</source>
   <translation>Einheiten suchen</translation>
  </message>
  <message>
   <location filename="../../inspector/jobs/workspace_care.py" />
   <source>Cleared: kept pictures {cleared:,}, scans {gone:,}.</source>
   <translation>Geleert: behaltene Bilder {cleared:,}, Durchmusterungen {gone:,}.</translation>
  </message>
  <message>
   <location filename="../../inspector/lenses/ablation/measure.py" />
   <source>Running to the node</source>
   <translation>Bis zum Knoten rechnen</translation>
  </message>
  <message>
   <location filename="../../inspector/lenses/ablation/measure.py" />
   <source>{name} gives no class scores, so nothing can be said of classes.</source>
   <translation>{name} gibt keine Klassenwerte, also lässt sich nichts über Klassen sagen.</translation>
  </message>
  <message>
   <location filename="../../inspector/lenses/ablation/measure.py" />
   <source>{name}/{node_name} has no units that could be ablated.</source>
   <translation>{name}/{node_name} hat keine Einheiten, die sich ausschalten ließen.</translation>
  </message>
  <message>
   <location filename="../../inspector/lenses/attack/measure.py" />
   <source>A word's place lies on the picture: y and x from 0 to 1.</source>
   <translation>Die Stelle eines Worts liegt auf dem Bild: y und x von 0 bis 1.</translation>
  </message>
  <message>
   <location filename="../../inspector/lenses/attack/measure.py" />
   <source>Letters measure {least} to {most} of the picture, not {size}.</source>
   <translation>Buchstaben messen {least} bis {most} des Bildes, nicht {size}.</translation>
  </message>
  <message>
   <location filename="../../inspector/lenses/attack/measure.py" />
   <source>Writing</source>
   <translation>Schreiben</translation>
  </message>
  <message>
   <location filename="../../inspector/lenses/attribution/measure.py" />
   <source>Grad-CAM weights the maps of a node; choose one.</source>
   <translation>Grad-CAM gewichtet die Karten eines Knotens; einen wählen.</translation>
  </message>
  <message>
   <location filename="../../inspector/lenses/attribution/measure.py" />
   <source>Looking for groups</source>
   <translation>Gruppen suchen</translation>
  </message>
  <message>
   <location filename="../../inspector/lenses/attribution/measure.py" />
   <source>Patches</source>
   <translation>Felder</translation>
  </message>
  <message>
   <location filename="../../inspector/lenses/attribution/measure.py" />
   <source>Running the picture</source>
   <translation>Das Bild durchlaufen lassen</translation>
  </message>
  <message>
   <location filename="../../inspector/lenses/attribution/measure.py" />
   <source>There is no method “{method}”; there are {methods}.</source>
   <translation>Es gibt kein Verfahren „{method}“; es gibt {methods}.</translation>
  </message>
  <message>
   <location filename="../../inspector/lenses/attribution/measure.py" />
   <source>it</source>
   <translation>diesem</translation>
  </message>
  <message numerus="yes">
   <location filename="../../inspector/lenses/attribution/measure.py" />
   <source>{count} steps</source>
   <translation>
    <numerusform>{count} Schritt</numerusform>
    <numerusform>{count} Schritte</numerusform>
   </translation>
  </message>
  <message>
   <location filename="../../inspector/lenses/attribution/measure.py" />
   <source>{name}/{node_name} has no units that anything could be attributed to.</source>
   <translation>{name}/{node_name} hat keine Einheiten, denen sich etwas zuschreiben ließe.</translation>
  </message>
  <message>
   <location filename="../../inspector/lenses/attribution/measure.py" />
   <source>{text} does not depend on {name}.</source>
   <translation>{text} hängt nicht von {name} ab.</translation>
  </message>
  <message>
   <location filename="../../inspector/lenses/attribution/target.py" />
   <source>unit {name}/{unit}</source>
   <translation>Einheit {name}/{unit}</translation>
  </message>
  <message>
   <location filename="../../inspector/lenses/attribution/target.py" />
   <source>{name} has classes 0 to {count}; {index} is none.</source>
   <translation>{name} hat die Klassen 0 bis {count}; {index} ist keine davon.</translation>
  </message>
  <message>
   <location filename="../../inspector/lenses/attribution/target.py" />
   <source>“{unit}” names no unit.</source>
   <translation>„{unit}“ nennt keine Einheit.</translation>
  </message>
  <message>
   <location filename="../../inspector/lenses/base.py" />
   <source>There is no lens “{name}”; there are {lenses}.</source>
   <translation>Es gibt keine Linse „{name}“; es gibt {lenses}.</translation>
  </message>
  <message>
   <location filename="../../inspector/lenses/base.py" />
   <source>layer {layer:,} of {layers:,}</source>
   <translation>Schicht {layer:,} von {layers:,}</translation>
  </message>
  <message>
   <location filename="../../inspector/lenses/base.py" />
   <source>{name} has no parameter “{unknown}”; it has {known}.</source>
   <translation>{name} hat keinen Parameter „{unknown}“; es gibt {known}.</translation>
  </message>
  <message>
   <location filename="../../inspector/lenses/base.py" />
   <source>{title} needs a network that reads {wanted}; {name} reads {reads}.</source>
   <translation>{title} braucht ein Netz, das {wanted} liest; {name} liest {reads}.</translation>
  </message>
  <message>
   <location filename="../../inspector/lenses/circuit/grow.py" />
   <source>Inputs cannot be followed through {blocked}.</source>
   <translation>Eingänge lassen sich nicht durch {blocked} verfolgen.</translation>
  </message>
  <message>
   <location filename="../../inspector/lenses/circuit/grow.py" />
   <source>{location} names no unit whose circuit could be drawn.</source>
   <translation>{location} nennt keine Einheit, deren Schaltkreis sich zeichnen ließe.</translation>
  </message>
  <message>
   <location filename="../../inspector/lenses/comparing/accuracy.py" />
   <source>There are no pictures in {title}.</source>
   <translation>In {title} sind keine Bilder.</translation>
  </message>
  <message>
   <location filename="../../inspector/lenses/comparing/concerning.py" />
   <source>{location} names no unit that edits could concern.</source>
   <translation>{location} nennt keine Einheit, die Eingriffe betreffen könnten.</translation>
  </message>
  <message>
   <location filename="../../inspector/lenses/comparing/making.py" />
   <source>A mean needs at least one picture.</source>
   <translation>Ein Mittel braucht mindestens ein Bild.</translation>
  </message>
  <message>
   <location filename="../../inspector/lenses/comparing/making.py" />
   <source>No weights can be told that make {location}.</source>
   <translation>Es lassen sich keine Gewichte nennen, die {location} ausmachen.</translation>
  </message>
  <message>
   <location filename="../../inspector/lenses/comparing/making.py" />
   <source>their mean on {name}</source>
   <translation>ihr Mittel auf {name}</translation>
  </message>
  <message>
   <location filename="../../inspector/lenses/comparing/making.py" />
   <source>their mean over {count} pictures</source>
   <translation>ihr Mittel über {count} Bilder</translation>
  </message>
  <message>
   <location filename="../../inspector/lenses/comparing/making.py" />
   <source>those of {name}</source>
   <translation>die von {name}</translation>
  </message>
  <message>
   <location filename="../../inspector/lenses/comparing/making.py" />
   <source>{location} names no unit whose weights could be edited.</source>
   <translation>{location} nennt keine Einheit, deren Gewichte sich ändern ließen.</translation>
  </message>
  <message>
   <location filename="../../inspector/lenses/comparing/pictures.py" />
   <source>{location} names no unit whose responses could be compared.</source>
   <translation>{location} nennt keine Einheit, deren Antworten sich vergleichen ließen.</translation>
  </message>
  <message>
   <location filename="../../inspector/lenses/comparison/responses.py" />
   <source>CKA</source>
   <translation>CKA</translation>
  </message>
  <message>
   <location filename="../../inspector/lenses/comparison/responses.py" />
   <source>Networks are compared over three pictures or more; {count} opened.</source>
   <translation>Netze werden über drei oder mehr Bilder verglichen; geöffnet wurden {count}.</translation>
  </message>
  <message>
   <location filename="../../inspector/lenses/effects/measure.py" />
   <source>Ablating: {name}</source>
   <translation>Ausschalten: {name}</translation>
  </message>
  <message>
   <location filename="../../inspector/lenses/effects/measure.py" />
   <source>Attribution: {name}</source>
   <translation>Zuschreibung: {name}</translation>
  </message>
  <message>
   <location filename="../../inspector/lenses/effects/measure.py" />
   <source>Effects need a node with units and at least one picture; {location} has not both.</source>
   <translation>Wirkungen brauchen einen Knoten mit Einheiten und mindestens ein Bild; {location} hat nicht beides.</translation>
  </message>
  <message>
   <location filename="../../inspector/lenses/examples/feed.py" />
   <source>{shown} is too large for this machine.</source>
   <translation>{shown} ist zu groß für diesen Rechner.</translation>
  </message>
  <message>
   <location filename="../../inspector/lenses/examples/passes.py" />
   <source>{name}/{missing} was not computed for this input.</source>
   <translation>{name}/{missing} wurde für diese Eingabe nicht berechnet.</translation>
  </message>
  <message>
   <location filename="../../inspector/lenses/examples/plan.py" />
   <source>A scan's {name} must be 1 or more.</source>
   <translation>„{name}“ einer Durchmusterung muss 1 oder mehr sein.</translation>
  </message>
  <message>
   <location filename="../../inspector/lenses/examples/plan.py" />
   <source>The scan was written by another version of the program: scan again.</source>
   <translation>Die Durchmusterung schrieb eine andere Version des Programms: erneut durchmustern.</translation>
  </message>
  <message>
   <location filename="../../inspector/lenses/examples/plan.py" />
   <source>The scan was written by another version of the program: {error}.</source>
   <translation>Die Durchmusterung wurde von einer anderen Version des Programms geschrieben: {error}.</translation>
  </message>
  <message>
   <location filename="../../inspector/lenses/examples/receptive.py" />
   <source>{name} has no gradients.</source>
   <translation>{name} hat keine Gradienten.</translation>
  </message>
  <message>
   <location filename="../../inspector/lenses/examples/scan.py" />
   <source>{name}/{without_name} has no units to scan.</source>
   <translation>{name}/{without_name} hat keine Einheiten, die sich durchmustern ließen.</translation>
  </message>
  <message>
   <location filename="../../inspector/lenses/examples/scanning.py" />
   <source>Looking at the first pictures with {name}</source>
   <translation>Sehe mir die ersten Bilder mit {name} an</translation>
  </message>
  <message>
   <location filename="../../inspector/lenses/examples/scanning.py" />
   <source>No picture could be opened; the first: {problem}</source>
   <translation>Kein Bild ließ sich öffnen; das erste: {problem}</translation>
  </message>
  <message>
   <location filename="../../inspector/lenses/examples/scanning.py" />
   <source>No picture could be opened; the first: {skipped}</source>
   <translation>Kein Bild ließ sich öffnen; das erste: {skipped}</translation>
  </message>
  <message>
   <location filename="../../inspector/lenses/examples/scanning.py" />
   <source>{count} skipped</source>
   <translation>{count} übersprungen</translation>
  </message>
  <message>
   <location filename="../../inspector/lenses/examples/scanning.py" />
   <source>{duration} left</source>
   <translation>noch {duration}</translation>
  </message>
  <message>
   <location filename="../../inspector/lenses/examples/scanning.py" />
   <source>{rate:.0f} pictures/s</source>
   <translation>{rate:.0f} Bilder/s</translation>
  </message>
  <message>
   <location filename="../../inspector/lenses/examples/scanning.py" />
   <source>{rate:.1f} pictures/s</source>
   <translation>{rate:.1f} Bilder/s</translation>
  </message>
  <message>
   <location filename="../../inspector/lenses/examples/state.py" />
   <source>The parts are of different scans: {difference}.</source>
   <translation>Die Teile gehören zu verschiedenen Durchmusterungen: {difference}.</translation>
  </message>
  <message>
   <location filename="../../inspector/lenses/examples/state.py" />
   <source>The parts are of networks that compute in different ways.</source>
   <translation>Die Teile stammen von Netzen, die verschieden rechnen.</translation>
  </message>
  <message>
   <location filename="../../inspector/lenses/examples/state.py" />
   <source>The parts have pictures in common: they must be scanned with --part 1/2, 2/2 ...</source>
   <translation>Die Teile haben gemeinsame Bilder: Sie müssen mit --part 1/2, 2/2 ... durchmustert werden.</translation>
  </message>
  <message>
   <location filename="../../inspector/lenses/examples/state.py" />
   <source>their settings “{differing}” differ</source>
   <translation>ihre Einstellungen „{differing}“ unterscheiden sich</translation>
  </message>
  <message>
   <location filename="../../inspector/lenses/examples/state.py" />
   <source>{dtype} {shape} in place of {expected_dtype} {expected_shape}</source>
   <translation>{dtype} {shape} anstelle von {expected_dtype} {expected_shape}</translation>
  </message>
  <message>
   <location filename="../../inspector/lenses/examples/twins.py" />
   <source>Looking for pictures that come twice</source>
   <translation>Doppelte Bilder suchen</translation>
  </message>
  <message>
   <location filename="../../inspector/lenses/examples/watch.py" />
   <source>{name} is computed in another way for some pictures: scan it by itself.</source>
   <translation>{name} wird für manche Bilder auf andere Weise berechnet: für sich durchmustern.</translation>
  </message>
  <message>
   <location filename="../../inspector/lenses/expanded_weights" />
   <source>linear approximation</source>
   <translation>lineare Näherung</translation>
  </message>
  <message>
   <location filename="../../inspector/lenses/expanded_weights/expand.py" />
   <source>No node is named that the weights of {location} could be expanded to.</source>
   <translation>Es ist kein Knoten genannt, bis zu dem die Gewichte von {location} ausgerechnet werden könnten.</translation>
  </message>
  <message>
   <location filename="../../inspector/lenses/expanded_weights/expand.py" />
   <source>Running to {name}</source>
   <translation>Rechne bis {name}</translation>
  </message>
  <message>
   <location filename="../../inspector/lenses/expanded_weights/expand.py" />
   <source>{location} names no unit whose weights could be expanded.</source>
   <translation>{location} nennt keine Einheit, deren Gewichte sich ausrechnen ließen.</translation>
  </message>
  <message>
   <location filename="../../inspector/lenses/expanded_weights/expand.py" />
   <source>{name} does not lead to {target}.</source>
   <translation>{name} führt nicht zu {target}.</translation>
  </message>
  <message>
   <location filename="../../inspector/lenses/expanded_weights/expand.py" />
   <source>{name} has no units.</source>
   <translation>{name} hat keine Einheiten.</translation>
  </message>
  <message>
   <location filename="../../inspector/lenses/expanded_weights/expand.py" />
   <source>{name}/{target} was not computed for this input.</source>
   <translation>{name}/{target} wurde für diese Eingabe nicht berechnet.</translation>
  </message>
  <message>
   <location filename="../../inspector/lenses/facets/__init__.py" />
   <source>A facet does not read: {error}.</source>
   <translation>Eine Facette lässt sich nicht lesen: {error}.</translation>
  </message>
  <message>
   <location filename="../../inspector/lenses/facets/__init__.py" />
   <source>The facet “{name}” is of another network than {network_name}.</source>
   <translation>Die Facette „{name}“ gehört zu einem anderen Netz als {network_name}.</translation>
  </message>
  <message>
   <location filename="../../inspector/lenses/facets/train.py" />
   <source>A facet needs a name, a node with units, and a penalty above 0.</source>
   <translation>Eine Facette braucht einen Namen, einen Knoten mit Einheiten und eine Strafe über 0.</translation>
  </message>
  <message>
   <location filename="../../inspector/lenses/facets/train.py" />
   <source>No unit of {name}/{node_name} tells the two sets apart.</source>
   <translation>Keine Einheit von {name}/{node_name} unterscheidet die beiden Mengen.</translation>
  </message>
  <message numerus="yes">
   <location filename="../../inspector/lenses/facets/train.py" />
   <source>{side}: {count} pictures; a facet needs {fewest} of each.</source>
   <translation>
    <numerusform>{side}: {count} Bild; eine Facette braucht {fewest} von jeder.</numerusform>
    <numerusform>{side}: {count} Bilder; eine Facette braucht {fewest} von jeder.</numerusform>
   </translation>
  </message>
  <message>
   <location filename="../../inspector/lenses/family_weights/between.py" />
   <source>{location} names no units whose weights could be shown.</source>
   <translation>{location} nennt keine Einheiten, deren Gewichte sich zeigen ließen.</translation>
  </message>
  <message>
   <location filename="../../inspector/lenses/feature_visualization" />
   <source>0 moves all frequencies alike, 1 as far as they matter to the unit: less noise.</source>
   <translation>0 bewegt alle Frequenzen gleich, 1 so weit, wie sie der Einheit wichtig sind: weniger Rauschen.</translation>
  </message>
  <message>
   <location filename="../../inspector/lenses/feature_visualization" />
   <source>A first idea within a second: small, few and large steps.</source>
   <translation>Ein erster Eindruck in einer Sekunde: klein, wenige und große Schritte.</translation>
  </message>
  <message>
   <location filename="../../inspector/lenses/feature_visualization" />
   <source>As in the article “Feature visualization”: many steps, wide shifts.</source>
   <translation>Wie im Artikel „Feature visualization“: viele Schritte, weite Verschiebungen.</translation>
  </message>
  <message>
   <location filename="../../inspector/lenses/feature_visualization" />
   <source>Chooses the starting noise; one seed always makes the same picture.</source>
   <translation>Wählt das Rauschen des Anfangs; eine Startzahl macht immer dasselbe Bild.</translation>
  </message>
  <message>
   <location filename="../../inspector/lenses/feature_visualization" />
   <source>Crops</source>
   <translation>Ausschnitte</translation>
  </message>
  <message>
   <location filename="../../inspector/lenses/feature_visualization" />
   <source>Distill 2017</source>
   <translation>Distill 2017</translation>
  </message>
  <message>
   <location filename="../../inspector/lenses/feature_visualization" />
   <source>Draws the picture back to grey at each step, which keeps colours natural.</source>
   <translation>Zieht das Bild bei jedem Schritt zum Grau zurück, was die Farben natürlich hält.</translation>
  </message>
  <message>
   <location filename="../../inspector/lenses/feature_visualization" />
   <source>Even steps</source>
   <translation>Gleichmäßige Schritte</translation>
  </message>
  <message>
   <location filename="../../inspector/lenses/feature_visualization" />
   <source>Fading</source>
   <translation>Verblassen</translation>
  </message>
  <message>
   <location filename="../../inspector/lenses/feature_visualization" />
   <source>How far the picture moves at each step; too far makes it glaring.</source>
   <translation>Wie weit sich das Bild bei jedem Schritt bewegt; zu weit macht es grell.</translation>
  </message>
  <message>
   <location filename="../../inspector/lenses/feature_visualization" />
   <source>How much the pictures of one “diversity” objective are to differ.</source>
   <translation>Wie sehr sich die Bilder eines „diversity“-Ziels unterscheiden sollen.</translation>
  </message>
  <message>
   <location filename="../../inspector/lenses/feature_visualization" />
   <source>How often the picture is changed: more steps, stronger and finer features.</source>
   <translation>Wie oft das Bild geändert wird: Mehr Schritte geben stärkere und feinere Merkmale.</translation>
  </message>
  <message>
   <location filename="../../inspector/lenses/feature_visualization" />
   <source>How strongly pictures are moved between steps; without, features drown in noise.</source>
   <translation>Wie stark Bilder zwischen Schritten bewegt werden; ohne das ertrinken Merkmale im Rauschen.</translation>
  </message>
  <message>
   <location filename="../../inspector/lenses/feature_visualization" />
   <source>Largest change of scale, 0.1 for a tenth larger or smaller.</source>
   <translation>Größte Änderung des Maßstabs, 0.1 für ein Zehntel größer oder kleiner.</translation>
  </message>
  <message>
   <location filename="../../inspector/lenses/feature_visualization" />
   <source>Largest shift in pixels after scaling and turning.</source>
   <translation>Größte Verschiebung in Pixeln nach dem Skalieren und Drehen.</translation>
  </message>
  <message>
   <location filename="../../inspector/lenses/feature_visualization" />
   <source>Largest shift in pixels before scaling and turning.</source>
   <translation>Größte Verschiebung in Pixeln vor dem Skalieren und Drehen.</translation>
  </message>
  <message>
   <location filename="../../inspector/lenses/feature_visualization" />
   <source>Largest turn in degrees.</source>
   <translation>Größte Drehung in Grad.</translation>
  </message>
  <message>
   <location filename="../../inspector/lenses/feature_visualization" />
   <source>Last crops</source>
   <translation>Letzte Ausschnitte</translation>
  </message>
  <message>
   <location filename="../../inspector/lenses/feature_visualization" />
   <source>Longer side of the picture in pixels; a larger one has place for more copies of a feature.</source>
   <translation>Längere Seite des Bildes in Pixeln; ein größeres hat Platz für mehr Kopien eines Merkmals.</translation>
  </message>
  <message>
   <location filename="../../inspector/lenses/feature_visualization" />
   <source>Lucid</source>
   <translation>Lucid</translation>
  </message>
  <message>
   <location filename="../../inspector/lenses/feature_visualization" />
   <source>MACO</source>
   <translation>MACO</translation>
  </message>
  <message>
   <location filename="../../inspector/lenses/feature_visualization" />
   <source>MACO: how many random crops of the picture the network sees at each step.</source>
   <translation>MACO: wie viele zufällige Ausschnitte des Bildes das Netz bei jedem Schritt sieht.</translation>
  </message>
  <message>
   <location filename="../../inspector/lenses/feature_visualization" />
   <source>MACO: how much noise is laid over the crops.</source>
   <translation>MACO: wie viel Rauschen über die Ausschnitte gelegt wird.</translation>
  </message>
  <message>
   <location filename="../../inspector/lenses/feature_visualization" />
   <source>MACO: over how many steps the crops narrow, from half of the picture on.</source>
   <translation>MACO: über wie viele Schritte die Ausschnitte enger werden, beginnend bei der Hälfte des Bildes.</translation>
  </message>
  <message>
   <location filename="../../inspector/lenses/feature_visualization" />
   <source>MACO: the side that crops narrow to, as a share of the picture's: smaller, finer.</source>
   <translation>MACO: die Seite, auf die Ausschnitte enger werden, als Anteil des Bildes: kleiner, feiner.</translation>
  </message>
  <message>
   <location filename="../../inspector/lenses/feature_visualization" />
   <source>Microscope</source>
   <translation>Microscope</translation>
  </message>
  <message>
   <location filename="../../inspector/lenses/feature_visualization" />
   <source>Movement</source>
   <translation>Bewegung</translation>
  </message>
  <message>
   <location filename="../../inspector/lenses/feature_visualization" />
   <source>Narrowing</source>
   <translation>Verengung</translation>
  </message>
  <message>
   <location filename="../../inspector/lenses/feature_visualization" />
   <source>Natural colours and clear features in a few seconds.</source>
   <translation>Natürliche Farben und klare Merkmale in wenigen Sekunden.</translation>
  </message>
  <message>
   <location filename="../../inspector/lenses/feature_visualization" />
   <source>Noise</source>
   <translation>Rauschen</translation>
  </message>
  <message>
   <location filename="../../inspector/lenses/feature_visualization" />
   <source>Only phases change, magnitudes stay natural; what matters not is transparent.</source>
   <translation>Nur Phasen ändern sich, Beträge bleiben natürlich; Unwichtiges ist durchsichtig.</translation>
  </message>
  <message>
   <location filename="../../inspector/lenses/feature_visualization" />
   <source>Optimiser</source>
   <translation>Optimierer</translation>
  </message>
  <message>
   <location filename="../../inspector/lenses/feature_visualization" />
   <source>Penalizes all that differs from mid grey: what the unit needs not, fades.</source>
   <translation>Bestraft alles, was von Mittelgrau abweicht: Was die Einheit nicht braucht, verblasst.</translation>
  </message>
  <message>
   <location filename="../../inspector/lenses/feature_visualization" />
   <source>Penalizes differences between neighbouring pixels: less fine noise.</source>
   <translation>Bestraft Unterschiede zwischen benachbarten Pixeln: weniger feines Rauschen.</translation>
  </message>
  <message>
   <location filename="../../inspector/lenses/feature_visualization" />
   <source>Penalizes what lies at the picture's edges: features gather in the middle.</source>
   <translation>Bestraft, was an den Rändern des Bildes liegt: Merkmale sammeln sich in der Mitte.</translation>
  </message>
  <message>
   <location filename="../../inspector/lenses/feature_visualization" />
   <source>Picture as</source>
   <translation>Bild als</translation>
  </message>
  <message>
   <location filename="../../inspector/lenses/feature_visualization" />
   <source>Preview</source>
   <translation>Vorschau</translation>
  </message>
  <message>
   <location filename="../../inspector/lenses/feature_visualization" />
   <source>Quiet edges</source>
   <translation>Ruhige Ränder</translation>
  </message>
  <message>
   <location filename="../../inspector/lenses/feature_visualization" />
   <source>Scaling</source>
   <translation>Skalierung</translation>
  </message>
  <message>
   <location filename="../../inspector/lenses/feature_visualization" />
   <source>Second shift</source>
   <translation>Zweite Verschiebung</translation>
  </message>
  <message>
   <location filename="../../inspector/lenses/feature_visualization" />
   <source>Shift</source>
   <translation>Verschiebung</translation>
  </message>
  <message>
   <location filename="../../inspector/lenses/feature_visualization" />
   <source>Size and steps of OpenAI Microscope: large, and slow.</source>
   <translation>Größe und Schritte des OpenAI Microscope: groß und langsam.</translation>
  </message>
  <message>
   <location filename="../../inspector/lenses/feature_visualization" />
   <source>Smoothing</source>
   <translation>Glättung</translation>
  </message>
  <message>
   <location filename="../../inspector/lenses/feature_visualization" />
   <source>Standard</source>
   <translation>Standard</translation>
  </message>
  <message>
   <location filename="../../inspector/lenses/feature_visualization" />
   <source>Step size</source>
   <translation>Schrittweite</translation>
  </message>
  <message>
   <location filename="../../inspector/lenses/feature_visualization" />
   <source>Strong</source>
   <translation>Stark</translation>
  </message>
  <message>
   <location filename="../../inspector/lenses/feature_visualization" />
   <source>The defaults of the library lucid and its followers: strong and glaring.</source>
   <translation>Die Vorgaben der Bibliothek lucid und ihrer Nachfolger: stark und grell.</translation>
  </message>
  <message>
   <location filename="../../inspector/lenses/feature_visualization" />
   <source>The highest values in the fewest steps: glaring as lucid's, in a third of the steps.</source>
   <translation>Die höchsten Werte in den wenigsten Schritten: grell wie bei lucid, in einem Drittel der Schritte.</translation>
  </message>
  <message>
   <location filename="../../inspector/lenses/feature_visualization" />
   <source>The rule by which steps follow gradients.</source>
   <translation>Die Regel, nach der Schritte den Gradienten folgen.</translation>
  </message>
  <message>
   <location filename="../../inspector/lenses/feature_visualization" />
   <source>Towards grey</source>
   <translation>Zum Grau hin</translation>
  </message>
  <message>
   <location filename="../../inspector/lenses/feature_visualization" />
   <source>Turn</source>
   <translation>Drehung</translation>
  </message>
  <message>
   <location filename="../../inspector/lenses/feature_visualization" />
   <source>What steps change: frequencies and colours, single pixels, or only where things lie.</source>
   <translation>Was Schritte ändern: Frequenzen und Farben, einzelne Pixel, oder nur, wo die Dinge liegen.</translation>
  </message>
  <message>
   <location filename="../../inspector/lenses/feature_visualization" />
   <source>colours vary as in ImageNet's pictures (published with lucid)</source>
   <translation>Farben schwanken wie in den Bildern von ImageNet (mit lucid veröffentlicht)</translation>
  </message>
  <message>
   <location filename="../../inspector/lenses/feature_visualization" />
   <source>colours vary as in ImageNet's pictures (published with lucid); frequencies are evened by 1/f</source>
   <translation>Farben schwanken wie in den Bildern von ImageNet (mit lucid veröffentlicht); Frequenzen sind mit 1/f ausgeglichen</translation>
  </message>
  <message>
   <location filename="../../inspector/lenses/feature_visualization" />
   <source>magnitudes fall as 1/f, the published law of natural pictures (Field 1987); colours as in ImageNet's (published with lucid)</source>
   <translation>Beträge fallen wie 1/f, das veröffentlichte Gesetz natürlicher Bilder (Field 1987); Farben wie in ImageNet (mit lucid veröffentlicht)</translation>
  </message>
  <message>
   <location filename="../../inspector/lenses/feature_visualization/ascent.py" />
   <source>Memory is short: {size} at a time</source>
   <translation>Der Speicher ist knapp: {size} auf einmal</translation>
  </message>
  <message>
   <location filename="../../inspector/lenses/feature_visualization/batches.py" />
   <source>Memory does not suffice for even one picture (or one group of them); choose a smaller size.</source>
   <translation>Der Speicher reicht nicht einmal für ein Bild (oder eine Gruppe davon); eine kleinere Größe wählen.</translation>
  </message>
  <message>
   <location filename="../../inspector/lenses/feature_visualization/export.py" />
   <source>The recipe needs the picture “{entry}”, which was never a file.</source>
   <translation>Das Rezept braucht das Bild „{entry}“, das nie eine Datei war.</translation>
  </message>
  <message>
   <location filename="../../inspector/lenses/feature_visualization/export.py" />
   <source>The recipe of a feature visualization does not read: {error}.</source>
   <translation>Das Rezept einer Merkmalsvisualisierung lässt sich nicht lesen: {error}.</translation>
  </message>
  <message>
   <location filename="../../inspector/lenses/feature_visualization/export.py" />
   <source>{directory}: the pictures cannot be written there: {reason}.</source>
   <translation>{directory}: Die Bilder lassen sich dort nicht schreiben: {reason}.</translation>
  </message>
  <message>
   <location filename="../../inspector/lenses/feature_visualization/export.py" />
   <source>{entry} is another picture now than the recipe's “{name}”.</source>
   <translation>{entry} ist jetzt ein anderes Bild als „{name}“ des Rezepts.</translation>
  </message>
  <message>
   <location filename="../../inspector/lenses/feature_visualization/export.py" />
   <source>{file} does not exist.</source>
   <translation>{file} gibt es nicht.</translation>
  </message>
  <message>
   <location filename="../../inspector/lenses/feature_visualization/export.py" />
   <source>{file}: holds no recipe of a feature visualization.</source>
   <translation>{file}: enthält kein Rezept einer Merkmalsvisualisierung.</translation>
  </message>
  <message>
   <location filename="../../inspector/lenses/feature_visualization/faceting.py" />
   <source>{name} does not follow from {facet_node} as it is: a facet lies at a node before the unit's, and behind an operation that overwrites it.</source>
   <translation>{name} folgt nicht aus {facet_node}, wie es ist: Eine Facette liegt an einem Knoten vor dem der Einheit und hinter einer Operation, die ihn überschreibt.</translation>
  </message>
  <message>
   <location filename="../../inspector/lenses/feature_visualization/knobs.py" />
   <source>Feature visualization: {name} is one of {known}, not “{value}”.</source>
   <translation>Merkmalsvisualisierung: {name} ist eines von {known}, nicht „{value}“.</translation>
  </message>
  <message>
   <location filename="../../inspector/lenses/feature_visualization/knobs.py" />
   <source>Feature visualization: {name} lies between {bounds}, not {value}.</source>
   <translation>Merkmalsvisualisierung: {name} liegt zwischen {bounds}, nicht bei {value}.</translation>
  </message>
  <message>
   <location filename="../../inspector/lenses/feature_visualization/knobs.py" />
   <source>{minimum:g} and {maximum:g}</source>
   <translation>{minimum:g} und {maximum:g}</translation>
  </message>
  <message>
   <location filename="../../inspector/lenses/feature_visualization/objectives/facets.py" />
   <source>The weight of a facet is a finite number.</source>
   <translation>Das Gewicht einer Facette ist eine endliche Zahl.</translation>
  </message>
  <message>
   <location filename="../../inspector/lenses/feature_visualization/objectives/pictured.py" />
   <source>The objective speaks of the picture “{reference}”; pictures: {there}.</source>
   <translation>Das Ziel spricht von dem Bild „{reference}“; Bilder: {there}.</translation>
  </message>
  <message>
   <location filename="../../inspector/lenses/feature_visualization/objectives/strips.py" />
   <source>“{name}” makes 2 to {most} pictures, not {count}.</source>
   <translation>„{name}“ macht 2 bis {most} Bilder, nicht {count}.</translation>
  </message>
  <message>
   <location filename="../../inspector/lenses/feature_visualization/objectives/sums.py" />
   <source>A sum of objectives needs at least one of them.</source>
   <translation>Eine Summe von Zielen braucht mindestens eines davon.</translation>
  </message>
  <message>
   <location filename="../../inspector/lenses/feature_visualization/objectives/sums.py" />
   <source>The weights of an objective are finite numbers.</source>
   <translation>Die Gewichte eines Ziels sind endliche Zahlen.</translation>
  </message>
  <message>
   <location filename="../../inspector/lenses/feature_visualization/objectives/terms.py" />
   <source>A direction names each unit once, at least one with a weight other than 0.</source>
   <translation>Eine Richtung nennt jede Einheit einmal, mindestens eine mit einem Gewicht ungleich 0.</translation>
  </message>
  <message>
   <location filename="../../inspector/lenses/feature_visualization/objectives/terms.py" />
   <source>The power of the cosine lies between 0 and 16, not {power}.</source>
   <translation>Die Potenz des Kosinus liegt zwischen 0 und 16, nicht bei {power}.</translation>
  </message>
  <message>
   <location filename="../../inspector/lenses/feature_visualization/objectives/terms.py" />
   <source>The weights of a direction are finite numbers.</source>
   <translation>Die Gewichte einer Richtung sind endliche Zahlen.</translation>
  </message>
  <message>
   <location filename="../../inspector/lenses/feature_visualization/objectives/text.py" />
   <source>An objective's brackets are at most {deepest} deep.</source>
   <translation>Die Klammern eines Ziels sind höchstens {deepest} tief.</translation>
  </message>
  <message>
   <location filename="../../inspector/lenses/feature_visualization/objectives/text.py" />
   <source>The objective “{text}” does not read {found}.</source>
   <translation>Das Ziel „{text}“ lässt sich {found} nicht lesen.</translation>
  </message>
  <message>
   <location filename="../../inspector/lenses/feature_visualization/objectives/text.py" />
   <source>There is no objective “{name}”; there are {names}.</source>
   <translation>Es gibt kein Ziel „{name}“; es gibt {names}.</translation>
  </message>
  <message>
   <location filename="../../inspector/lenses/feature_visualization/objectives/text.py" />
   <source>at “{text}”</source>
   <translation>bei „{text}“</translation>
  </message>
  <message>
   <location filename="../../inspector/lenses/feature_visualization/objectives/text.py" />
   <source>{text} in the objective “{objective}” does not read.</source>
   <translation>{text} im Ziel „{objective}“ lässt sich nicht lesen.</translation>
  </message>
  <message>
   <location filename="../../inspector/lenses/feature_visualization/objectives/text.py" />
   <source>“direction” needs units and weights, as in direction(3: 1, 17: -0.5).</source>
   <translation>„direction“ braucht Einheiten und Gewichte, wie in direction(3: 1, 17: -0.5).</translation>
  </message>
  <message>
   <location filename="../../inspector/lenses/feature_visualization/objectives/text.py" />
   <source>“facet” needs a unit and a facet's name, as in facet(channel, "face", 2).</source>
   <translation>„facet“ braucht eine Einheit und den Namen einer Facette, wie in facet(channel, "face", 2).</translation>
  </message>
  <message>
   <location filename="../../inspector/lenses/feature_visualization/objectives/text.py" />
   <source>“logit” needs a class: its number or label, as in logit(3).</source>
   <translation>„logit“ braucht eine Klasse: ihre Nummer oder ihren Namen, wie in logit(3).</translation>
  </message>
  <message>
   <location filename="../../inspector/lenses/feature_visualization/objectives/text.py" />
   <source>“{name}” makes several pictures: it cannot be part of a sum.</source>
   <translation>„{name}“ macht mehrere Bilder: Es kann nicht Teil einer Summe sein.</translation>
  </message>
  <message>
   <location filename="../../inspector/lenses/feature_visualization/objectives/text.py" />
   <source>“{text}” in the objective “{objective}” is no whole number.</source>
   <translation>„{text}“ im Ziel „{objective}“ ist keine ganze Zahl.</translation>
  </message>
  <message>
   <location filename="../../inspector/lenses/feature_visualization/objectives/tokens.py" />
   <source>An objective's text has at most {longest} characters, not {count}.</source>
   <translation>Der Text eines Ziels hat höchstens {longest} Zeichen, nicht {count}.</translation>
  </message>
  <message>
   <location filename="../../inspector/lenses/feature_visualization/objectives/tokens.py" />
   <source>The objective “{whole}” does not read at “{rest}”.</source>
   <translation>Das Ziel „{whole}“ lässt sich bei „{rest}“ nicht lesen.</translation>
  </message>
  <message>
   <location filename="../../inspector/lenses/feature_visualization/optimise.py" />
   <source>the network's “{name}” holds numbers that are not finite</source>
   <translation>„{name}“ des Netzes enthält Zahlen, die nicht endlich sind</translation>
  </message>
  <message>
   <location filename="../../inspector/lenses/feature_visualization/optimise.py" />
   <source>the step size or the network's weights are too large for a picture</source>
   <translation>die Schrittweite oder die Gewichte des Netzes sind zu groß für ein Bild</translation>
  </message>
  <message>
   <location filename="../../inspector/lenses/feature_visualization/optimise.py" />
   <source>{location}: the objective “{text}” is not a finite number at step {step}; {reason}.</source>
   <translation>{location}: Das Ziel „{text}“ ist bei Schritt {step} keine endliche Zahl; {reason}.</translation>
  </message>
  <message>
   <location filename="../../inspector/lenses/feature_visualization/output.py" />
   <source> Did you mean {near}?</source>
   <translation> War {near} gemeint?</translation>
  </message>
  <message>
   <location filename="../../inspector/lenses/feature_visualization/output.py" />
   <source>{name} has no class “{target}”.{hint}</source>
   <translation>{name} hat keine Klasse „{target}“.{hint}</translation>
  </message>
  <message numerus="yes">
   <location filename="../../inspector/lenses/feature_visualization/output.py" />
   <source>{name} has {count} classes, 0 to {last}; {target} is none.</source>
   <translation>
    <numerusform>{name} hat {count} Klasse, {last}; {target} ist keine.</numerusform>
    <numerusform>{name} hat {count} Klassen, 0 bis {last}; {target} ist keine davon.</numerusform>
   </translation>
  </message>
  <message>
   <location filename="../../inspector/lenses/feature_visualization/output.py" />
   <source>{name}: no node has the values of its output, so no logit can be seen.</source>
   <translation>{name}: Kein Knoten hat die Werte der Ausgabe, also lässt sich kein Logit zeigen.</translation>
  </message>
  <message>
   <location filename="../../inspector/lenses/feature_visualization/parameters.py" />
   <source>Feature visualization needs at least one objective.</source>
   <translation>Merkmalsvisualisierung braucht mindestens ein Ziel.</translation>
  </message>
  <message>
   <location filename="../../inspector/lenses/feature_visualization/plan.py" />
   <source>@{where} lies outside the map of {network}/{name}, {size}.</source>
   <translation>@{where} liegt außerhalb der Karte von {network}/{name}, {size}.</translation>
  </message>
  <message>
   <location filename="../../inspector/lenses/feature_visualization/plan.py" />
   <source>name one of its units</source>
   <translation>eine seiner Einheiten nennen</translation>
  </message>
  <message>
   <location filename="../../inspector/lenses/feature_visualization/plan.py" />
   <source>{location} cannot be visualized: {what}.</source>
   <translation>{location} lässt sich nicht visualisieren: {what}.</translation>
  </message>
  <message>
   <location filename="../../inspector/lenses/feature_visualization/plan.py" />
   <source>{place} cannot be visualized: it has no units.</source>
   <translation>{place} lässt sich nicht visualisieren: Es hat keine Einheiten.</translation>
  </message>
  <message>
   <location filename="../../inspector/lenses/feature_visualization/plan.py" />
   <source>“{objective}” is asked of a node; {place} names none.</source>
   <translation>„{objective}“ gilt einem Knoten; {place} nennt keinen.</translation>
  </message>
  <message>
   <location filename="../../inspector/lenses/feature_visualization/recipes.py" />
   <source>The recipe “{name}”: {error}.</source>
   <translation>Das Rezept „{name}“: {error}.</translation>
  </message>
  <message>
   <location filename="../../inspector/lenses/feature_visualization/recipes.py" />
   <source>There is no recipe “{name}”; there are {recipes}.</source>
   <translation>Es gibt kein Rezept „{name}“; es gibt {recipes}.</translation>
  </message>
  <message>
   <location filename="../../inspector/lenses/feature_visualization/scene.py" />
   <source>Shown to the network at {width} × {height}, which it needs</source>
   <translation>Dem Netz bei {width} × {height} gezeigt, wie es das braucht</translation>
  </message>
  <message>
   <location filename="../../inspector/lenses/feature_visualization/state.py" />
   <source>These pictures cannot go on from there: they were others, of another network, objective, size, seed or kind.</source>
   <translation>Diese Bilder können von dort nicht weiterwachsen: Es waren andere, von einem anderen Netz, Ziel, anderer Größe, Startzahl oder Art.</translation>
  </message>
  <message>
   <location filename="../../inspector/lenses/kernel_wall/build.py" />
   <source>Order and plane</source>
   <translation>Reihenfolge und Ebene</translation>
  </message>
  <message numerus="yes">
   <location filename="../../inspector/lenses/kernel_wall/build.py" />
   <source>Three factors of {count} units</source>
   <translation>
    <numerusform>Drei Faktoren von {count} Einheit</numerusform>
    <numerusform>Drei Faktoren von {count} Einheiten</numerusform>
   </translation>
  </message>
  <message>
   <location filename="../../inspector/lenses/kernel_wall/gather.py" />
   <source>Reading the weights of {name}</source>
   <translation>Lese die Gewichte von {name}</translation>
  </message>
  <message>
   <location filename="../../inspector/lenses/kernel_wall/gather.py" />
   <source>group {number}</source>
   <translation>Gruppe {number}</translation>
  </message>
  <message>
   <location filename="../../inspector/lenses/kernel_wall/gather.py" />
   <source>{name} has no kernels on units before it.</source>
   <translation>{name} hat keine Kerne auf Einheiten davor.</translation>
  </message>
  <message>
   <location filename="../../inspector/lenses/kernel_wall/gather.py" />
   <source>{name} has too many weights for a wall of kernels.</source>
   <translation>{name} hat zu viele Gewichte für eine Kernwand.</translation>
  </message>
  <message>
   <location filename="../../inspector/lenses/kernels/read.py" />
   <source>{name} is no convolution that reads the picture directly.</source>
   <translation>{name} ist keine Faltung, die das Bild unmittelbar liest.</translation>
  </message>
  <message>
   <location filename="../../inspector/lenses/language" />
   <source>As they are</source>
   <translation>Wie eingegeben</translation>
  </message>
  <message>
   <location filename="../../inspector/lenses/language" />
   <source>Seven, averaged</source>
   <translation>Sieben, gemittelt</translation>
  </message>
  <message>
   <location filename="../../inspector/lenses/language" />
   <source>a photo of a {}.</source>
   <translation>a photo of a {}.</translation>
  </message>
  <message>
   <location filename="../../inspector/lenses/language/export.py" />
   <source>This result has no picture: write it as .csv or .json.</source>
   <translation>Dieses Ergebnis hat kein Bild: als .csv oder .json schreiben.</translation>
  </message>
  <message>
   <location filename="../../inspector/lenses/language/export.py" />
   <source>{name} must end in {endings} or {last}.</source>
   <translation>{name} muss auf {endings} oder {last} enden.</translation>
  </message>
  <message>
   <location filename="../../inspector/lenses/language/joint.py" />
   <source>A prompt is empty.</source>
   <translation>Ein Prompt ist leer.</translation>
  </message>
  <message>
   <location filename="../../inspector/lenses/language/joint.py" />
   <source>The network's output is no direction of a space that texts lie in too.</source>
   <translation>Die Ausgabe des Netzes ist keine Richtung eines Raums, in dem auch Texte liegen.</translation>
  </message>
  <message>
   <location filename="../../inspector/lenses/language/joint.py" />
   <source>The template “{template_}” needs one {{}}, where the prompt goes.</source>
   <translation>Die Vorlage „{template_}“ braucht ein {{}}, wo der Prompt steht.</translation>
  </message>
  <message>
   <location filename="../../inspector/lenses/language/joint.py" />
   <source>There is nothing to compare with: type a prompt.</source>
   <translation>Es gibt nichts zu vergleichen: einen Prompt eingeben.</translation>
  </message>
  <message>
   <location filename="../../inspector/lenses/language/measure.py" />
   <source>Reading prompts</source>
   <translation>Prompts lesen</translation>
  </message>
  <message>
   <location filename="../../inspector/lenses/language/measure.py" />
   <source>Words are written in {inks}, not in “{ink}”.</source>
   <translation>Wörter werden in {inks} geschrieben, nicht in „{ink}“.</translation>
  </message>
  <message>
   <location filename="../../inspector/lenses/language/measure.py" />
   <source>{name} reads words, but has no “tokenize” that makes tokens of them.</source>
   <translation>{name} liest Wörter, hat aber kein „tokenize“, das Token aus ihnen macht.</translation>
  </message>
  <message>
   <location filename="../../inspector/lenses/language/measure.py" />
   <source>{name}/{node_name} has no units, so none answers to words.</source>
   <translation>{name}/{node_name} hat keine Einheiten, also antwortet keine auf Wörter.</translation>
  </message>
  <message>
   <location filename="../../inspector/lenses/language/words.py" />
   <source>{count:,} words are more than {most_words:,}.</source>
   <translation>{count:,} Wörter sind mehr als {most_words:,}.</translation>
  </message>
  <message>
   <location filename="../../inspector/lenses/live/export.py" />
   <source>{name}: responses to one stimulus are written as .csv or .npz, not “{suffix}”.</source>
   <translation>{name}: Antworten auf einen Reiz werden als .csv oder .npz geschrieben, nicht als „{suffix}“.</translation>
  </message>
  <message>
   <location filename="../../inspector/lenses/run.py" />
   <source>{name} looks at a unit: {place} names none, as {network_name}/NODE/17 would.</source>
   <translation>{name} betrachtet eine Einheit: {place} nennt keine, wie es {network_name}/KNOTEN/17 täte.</translation>
  </message>
  <message>
   <location filename="../../inspector/lenses/run.py" />
   <source>{name} looks at units of a node: {place} names no node.</source>
   <translation>{name} betrachtet Einheiten eines Knotens: {place} nennt keinen Knoten.</translation>
  </message>
  <message>
   <location filename="../../inspector/lenses/run.py" />
   <source>{place} is not a place in {name}.</source>
   <translation>{place} ist kein Ort in {name}.</translation>
  </message>
  <message>
   <location filename="../../inspector/lenses/suggestions/by_kernels.py" />
   <source>Kernels of {name}: a mean cosine of {likeness:g} or more between their weights on all inputs.</source>
   <translation>Kerne von {name}: ein mittlerer Kosinus von {likeness:g} oder mehr zwischen ihren Gewichten auf allen Eingängen.</translation>
  </message>
  <message>
   <location filename="../../inspector/lenses/suggestions/by_kernels.py" />
   <source>Kernels of {node} on the picture: {rule}.</source>
   <translation>Kerne von {node} auf dem Bild: {rule}.</translation>
  </message>
  <message>
   <location filename="../../inspector/lenses/suggestions/by_kernels.py" />
   <source>Made like {name}/{members}</source>
   <translation>Gemacht wie {name}/{members}</translation>
  </message>
  <message>
   <location filename="../../inspector/lenses/suggestions/by_responses.py" />
   <source>A correlation needs three pictures or more; {count} opened.</source>
   <translation>Eine Korrelation braucht drei oder mehr Bilder; geöffnet wurden {count}.</translation>
  </message>
  <message>
   <location filename="../../inspector/lenses/suggestions/by_responses.py" />
   <source>Fires like {name}/{members}</source>
   <translation>Feuert wie {name}/{members}</translation>
  </message>
  <message>
   <location filename="../../inspector/lenses/suggestions/by_responses.py" />
   <source>Maxima of {name} ({title}): a mean correlation of {likeness:g} or more.</source>
   <translation>Maxima von {name} ({title}): eine mittlere Korrelation von {likeness:g} oder mehr.</translation>
  </message>
  <message>
   <location filename="../../inspector/lenses/suggestions/by_responses.py" />
   <source>Only {count} pictures: chance alone makes units alike. Scan more of them first.</source>
   <translation>Nur {count} Bilder: Schon der Zufall macht Einheiten ähnlich. Erst mehr davon durchmustern.</translation>
  </message>
  <message>
   <location filename="../../inspector/lenses/suggestions/by_responses.py" />
   <source>{title}, {count} pictures</source>
   <translation>{title}, {count} Bilder</translation>
  </message>
  <message>
   <location filename="../../inspector/lenses/suggestions/by_transform.py" />
   <source>Examples of {name} ({title}), {count} for each unit, transformed: who fires now</source>
   <translation>Beispiele von {name} ({title}), {count} je Einheit, verwandelt: wer jetzt feuert</translation>
  </message>
  <message>
   <location filename="../../inspector/lenses/suggestions/by_transform.py" />
   <source>{name} has {units:,} units, too many to try: name one of them.</source>
   <translation>{name} hat {units:,} Einheiten, zu viele zum Probieren: eine davon nennen.</translation>
  </message>
  <message>
   <location filename="../../inspector/lenses/suggestions/by_tuning.py" />
   <source>Directed ({family})</source>
   <translation>Gerichtet ({family})</translation>
  </message>
  <message>
   <location filename="../../inspector/lenses/suggestions/by_tuning.py" />
   <source>Oriented</source>
   <translation>Orientiert</translation>
  </message>
  <message>
   <location filename="../../inspector/lenses/suggestions/by_tuning.py" />
   <source>Suppressed by a larger {family}</source>
   <translation>Unterdrückt von größerem {family}</translation>
  </message>
  <message>
   <location filename="../../inspector/lenses/suggestions/by_tuning.py" />
   <source>Tuned to hue</source>
   <translation>Auf Farbton abgestimmt</translation>
  </message>
  <message>
   <location filename="../../inspector/lenses/suggestions/by_tuning.py" />
   <source>Tuned to {hues}</source>
   <translation>Auf {hues} abgestimmt</translation>
  </message>
  <message>
   <location filename="../../inspector/lenses/suggestions/by_tuning.py" />
   <source>Tuned to {name}</source>
   <translation>Auf {name} abgestimmt</translation>
  </message>
  <message>
   <location filename="../../inspector/lenses/suggestions/by_tuning.py" />
   <source>Tuning of {node} to {family}: {index} of {least:g} or more, in the order of the preferred {name}.</source>
   <translation>Abstimmung von {node} auf {family}: {index} von {least:g} oder mehr, in der Reihenfolge des bevorzugten Wertes von {name}.</translation>
  </message>
  <message>
   <location filename="../../inspector/lenses/suggestions/by_tuning.py" />
   <source>blue</source>
   <translation>Blau</translation>
  </message>
  <message>
   <location filename="../../inspector/lenses/suggestions/by_tuning.py" />
   <source>cyan</source>
   <translation>Cyan</translation>
  </message>
  <message>
   <location filename="../../inspector/lenses/suggestions/by_tuning.py" />
   <source>green</source>
   <translation>Grün</translation>
  </message>
  <message>
   <location filename="../../inspector/lenses/suggestions/by_tuning.py" />
   <source>magenta</source>
   <translation>Magenta</translation>
  </message>
  <message>
   <location filename="../../inspector/lenses/suggestions/by_tuning.py" />
   <source>preferred {name}</source>
   <translation>bevorzugt: {name}</translation>
  </message>
  <message>
   <location filename="../../inspector/lenses/suggestions/by_tuning.py" />
   <source>preferred {name} ({unit})</source>
   <translation>bevorzugt: {name} ({unit})</translation>
  </message>
  <message>
   <location filename="../../inspector/lenses/suggestions/by_tuning.py" />
   <source>red</source>
   <translation>Rot</translation>
  </message>
  <message>
   <location filename="../../inspector/lenses/suggestions/by_tuning.py" />
   <source>yellow</source>
   <translation>Gelb</translation>
  </message>
  <message>
   <location filename="../../inspector/lenses/suggestions/by_tuning.py" />
   <source>{name} at about {middle:.0f}°</source>
   <translation>{name} bei etwa {middle:.0f}°</translation>
  </message>
  <message>
   <location filename="../../inspector/lenses/suggestions/by_tuning.py" />
   <source>{name} selectivity</source>
   <translation>Selektivität für {name}</translation>
  </message>
  <message>
   <location filename="../../inspector/lenses/suggestions/families.py" />
   <source>Mirrored siblings of</source>
   <translation>Gespiegelte Geschwister von</translation>
  </message>
  <message>
   <location filename="../../inspector/lenses/suggestions/families.py" />
   <source>Siblings in hue of</source>
   <translation>Geschwister im Farbton von</translation>
  </message>
  <message>
   <location filename="../../inspector/lenses/suggestions/families.py" />
   <source>Siblings in scale of</source>
   <translation>Geschwister in der Größe von</translation>
  </message>
  <message>
   <location filename="../../inspector/lenses/suggestions/families.py" />
   <source>Turned siblings of</source>
   <translation>Gedrehte Geschwister von</translation>
  </message>
  <message>
   <location filename="../../inspector/lenses/suggestions/find.py" />
   <source>Groups are found by {ways}; not by “{by}”.</source>
   <translation>Gruppen werden gefunden nach {ways}; nicht nach „{by}“.</translation>
  </message>
  <message>
   <location filename="../../inspector/lenses/suggestions/find.py" />
   <source>{location} has no units that could be grouped.</source>
   <translation>{location} hat keine Einheiten, die sich gruppieren ließen.</translation>
  </message>
  <message>
   <location filename="../../inspector/lenses/suggestions/kernel_kinds.py" />
   <source>Brightness</source>
   <translation>Helligkeit</translation>
  </message>
  <message>
   <location filename="../../inspector/lenses/suggestions/kernel_kinds.py" />
   <source>Centre-surround</source>
   <translation>Mitte gegen Umfeld</translation>
  </message>
  <message>
   <location filename="../../inspector/lenses/suggestions/kernel_kinds.py" />
   <source>Colour</source>
   <translation>Farbe</translation>
  </message>
  <message>
   <location filename="../../inspector/lenses/suggestions/kernel_kinds.py" />
   <source>Colour centre-surround</source>
   <translation>Farbe, Mitte gegen Umfeld</translation>
  </message>
  <message>
   <location filename="../../inspector/lenses/suggestions/kernel_kinds.py" />
   <source>Colour contrast</source>
   <translation>Farbkontrast</translation>
  </message>
  <message>
   <location filename="../../inspector/lenses/suggestions/kernel_kinds.py" />
   <source>Gabor</source>
   <translation>Gabor</translation>
  </message>
  <message>
   <location filename="../../inspector/lenses/suggestions/kernel_kinds.py" />
   <source>dark</source>
   <translation>dunkel</translation>
  </message>
  <message>
   <location filename="../../inspector/lenses/suggestions/kernel_kinds.py" />
   <source>half of the energy or more lies in colour</source>
   <translation>die Hälfte der Energie oder mehr liegt in der Farbe</translation>
  </message>
  <message>
   <location filename="../../inspector/lenses/suggestions/kernel_kinds.py" />
   <source>kernels of light of one sign</source>
   <translation>Kerne aus Helligkeit von einem Vorzeichen</translation>
  </message>
  <message>
   <location filename="../../inspector/lenses/suggestions/kernel_kinds.py" />
   <source>kernels of light whose middle is opposed to its surround</source>
   <translation>Kerne aus Helligkeit, deren Mitte ihrem Umfeld entgegengesetzt ist</translation>
  </message>
  <message>
   <location filename="../../inspector/lenses/suggestions/kernel_kinds.py" />
   <source>kernels of light whose spectrum has an anisotropy of {striped:g} or more</source>
   <translation>Kerne aus Helligkeit, deren Spektrum eine Anisotropie von {striped:g} oder mehr hat</translation>
  </message>
  <message>
   <location filename="../../inspector/lenses/suggestions/kernel_kinds.py" />
   <source>light</source>
   <translation>hell</translation>
  </message>
  <message>
   <location filename="../../inspector/lenses/suggestions/kernel_kinds.py" />
   <source>{angle:.0f} deg</source>
   <translation>{angle:.0f}°</translation>
  </message>
  <message>
   <location filename="../../inspector/lenses/suggestions/kernel_kinds.py" />
   <source>{hue:.0f} deg of hue</source>
   <translation>{hue:.0f}° des Farbtons</translation>
  </message>
  <message>
   <location filename="../../inspector/lenses/suggestions/kernel_kinds.py" />
   <source>{rule}, and the middle is of the colour opposed to its surround</source>
   <translation>{rule}, und die Mitte ist von der Gegenfarbe ihres Umfelds</translation>
  </message>
  <message>
   <location filename="../../inspector/lenses/suggestions/kernel_kinds.py" />
   <source>{rule}, of one sign</source>
   <translation>{rule}, von einem Vorzeichen</translation>
  </message>
  <message>
   <location filename="../../inspector/lenses/suggestions/kernel_kinds.py" />
   <source>{rule}, with both of two opposed colours</source>
   <translation>{rule}, mit beiden von zwei Gegenfarben</translation>
  </message>
  <message>
   <location filename="../../inspector/lenses/suggestions/pictures.py" />
   <source>None of the pictures of {title} opens.</source>
   <translation>Keines der Bilder von {title} lässt sich öffnen.</translation>
  </message>
  <message>
   <location filename="../../inspector/lenses/suggestions/turns.py" />
   <source>hues turned by {amount:.0f}°</source>
   <translation>Farbtöne um {amount:.0f}° gedreht</translation>
  </message>
  <message>
   <location filename="../../inspector/lenses/suggestions/turns.py" />
   <source>mirrored left to right</source>
   <translation>links und rechts gespiegelt</translation>
  </message>
  <message>
   <location filename="../../inspector/lenses/suggestions/turns.py" />
   <source>mirrored top to bottom</source>
   <translation>oben und unten gespiegelt</translation>
  </message>
  <message>
   <location filename="../../inspector/lenses/suggestions/turns.py" />
   <source>turned by {amount:.0f}°</source>
   <translation>um {amount:.0f}° gedreht</translation>
  </message>
  <message>
   <location filename="../../inspector/lenses/suggestions/turns.py" />
   <source>{amount:.2g} times as large</source>
   <translation>{amount:.2g}-mal so groß</translation>
  </message>
  <message>
   <location filename="../../inspector/lenses/tuning/export.py" />
   <source>{name}: a tuning is written as {writers}, not “{suffix}”.</source>
   <translation>{name}: Eine Abstimmung wird als {writers} geschrieben, nicht als „{suffix}“.</translation>
  </message>
  <message>
   <location filename="../../inspector/lenses/tuning/measure.py" />
   <source>Without colour</source>
   <translation>Ohne Farbe</translation>
  </message>
  <message>
   <location filename="../../inspector/lenses/tuning/measure.py" />
   <source>{location} names no unit; a tuning curve is that of a unit, as in {location}/0.</source>
   <translation>{location} nennt keine Einheit; eine Abstimmungskurve gehört zu einer Einheit, wie in {location}/0.</translation>
  </message>
  <message>
   <location filename="../../inspector/lenses/tuning/plan.py" />
   <source>A tuning curve needs an axis to vary; {name} has {axes}.</source>
   <translation>Eine Abstimmungskurve braucht eine Achse, die variiert; {name} hat {axes}.</translation>
  </message>
  <message>
   <location filename="../../inspector/lenses/tuning/plan.py" />
   <source>Stimuli need an input of at least {smallest_side} x {smallest_side} pixels, not {height} x {width}.</source>
   <translation>Reize brauchen einen Eingang von mindestens {smallest_side} x {smallest_side} Pixeln, nicht {height} x {width}.</translation>
  </message>
  <message>
   <location filename="../../inspector/lenses/tuning/plan.py" />
   <source>The axis {name} can be varied or fixed, and only once.</source>
   <translation>Die Achse {name} kann variiert oder festgehalten werden, und nur einmal.</translation>
  </message>
  <message>
   <location filename="../../inspector/lenses/tuning/plan.py" />
   <source>{name} has no axis “{axis}”; it has {axes}.</source>
   <translation>{name} hat keine Achse „{axis}“; es gibt {axes}.</translation>
  </message>
  <message>
   <location filename="../../inspector/lenses/tuning/polar.py" />
   <source>{axes} do not come round: only angles are drawn as a polar plot.</source>
   <translation>{axes} kehren nicht wieder: Nur Winkel werden als Polarbild gezeichnet.</translation>
  </message>
  <message>
   <location filename="../../inspector/lenses/tuning/query.py" />
   <source>There is no index “{name}”; {there}.</source>
   <translation>Es gibt keinen Index „{name}“; {there}.</translation>
  </message>
  <message>
   <location filename="../../inspector/lenses/tuning/query.py" />
   <source>in {unit}</source>
   <translation>in {unit}</translation>
  </message>
  <message>
   <location filename="../../inspector/lenses/tuning/query.py" />
   <source>there are {table}</source>
   <translation>es gibt {table}</translation>
  </message>
  <message>
   <location filename="../../inspector/lenses/tuning/query.py" />
   <source>{found} is {known}: “{unit}” does not fit.</source>
   <translation>{found} ist {known}: „{unit}“ passt nicht.</translation>
  </message>
  <message>
   <location filename="../../inspector/lenses/tuning/query.py" />
   <source>“{name}” could be {found}.</source>
   <translation>„{name}“ könnte {found} sein.</translation>
  </message>
  <message>
   <location filename="../../inspector/lenses/tuning/remarks.py" />
   <source>None of the responses is a finite number.</source>
   <translation>Keine der Antworten ist eine endliche Zahl.</translation>
  </message>
  <message>
   <location filename="../../inspector/lenses/tuning/remarks.py" />
   <source>Over all positions every phase is found somewhere: F1/F0 means something at the centre only.</source>
   <translation>Über alle Orte findet sich irgendwo jede Phase: F1/F0 bedeutet nur in der Mitte etwas.</translation>
  </message>
  <message numerus="yes">
   <location filename="../../inspector/lenses/tuning/remarks.py" />
   <source>{count} of {size} responses are not finite numbers, the first at {places}.</source>
   <translation>
    <numerusform>{count} von {size} Antworten ist keine endliche Zahl, bei {places}.</numerusform>
    <numerusform>{count} von {size} Antworten sind keine endlichen Zahlen, die erste bei {places}.</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <location filename="../../inspector/lenses/tuning/response.py" />
   <source>The scale over {source} holds {count:,} units; {location} has {units:,}.</source>
   <translation>
    <numerusform>Die Skala über {source} hat {count:,} Einheit; {location} hat {units:,}.</numerusform>
    <numerusform>Die Skala über {source} hat {count:,} Einheiten; {location} hat {units:,}.</numerusform>
   </translation>
  </message>
  <message>
   <location filename="../../inspector/lenses/tuning/response.py" />
   <source>The scale over {source} was read at {nodes}, not at {location}.</source>
   <translation>Die Skala über {source} wurde an {nodes} gelesen, nicht an {location}.</translation>
  </message>
  <message>
   <location filename="../../inspector/lenses/tuning/response.py" />
   <source>There is no reduction “{reduction}”; there are {get_args}.</source>
   <translation>Es gibt keine Zusammenfassung „{reduction}“; es gibt {get_args}.</translation>
  </message>
  <message>
   <location filename="../../inspector/lenses/tuning/response.py" />
   <source>{name}/{node_name} has no units that could be tuned to anything.</source>
   <translation>{name}/{node_name} hat keine Einheiten, die auf etwas abgestimmt sein könnten.</translation>
  </message>
  <message>
   <location filename="../../inspector/lenses/tuning/search.py" />
   <source>There is nothing to look for: write “OSI &gt; 0.6”, for example.</source>
   <translation>Es gibt nichts zu suchen: zum Beispiel „OSI &gt; 0.6“ schreiben.</translation>
  </message>
  <message>
   <location filename="../../inspector/lenses/tuning/search.py" />
   <source>a number is missing after “{name} {sign}”</source>
   <translation>eine Zahl fehlt nach „{name} {sign}“</translation>
  </message>
  <message>
   <location filename="../../inspector/lenses/tuning/search.py" />
   <source>a sign like “&gt;” is missing after “{name}”</source>
   <translation>ein Zeichen wie „&gt;“ fehlt nach „{name}“</translation>
  </message>
  <message>
   <location filename="../../inspector/lenses/tuning/search.py" />
   <source>“and” or “or” is missing before “{next}”</source>
   <translation>„and“ oder „or“ fehlt vor „{next}“</translation>
  </message>
  <message>
   <location filename="../../inspector/lenses/tuning/search.py" />
   <source>“{text}” does not read: {why}.</source>
   <translation>„{text}“ lässt sich nicht lesen: {why}.</translation>
  </message>
  <message>
   <location filename="../../inspector/lenses/tuning/search.py" />
   <source>“{text}” means nothing here</source>
   <translation>„{text}“ bedeutet hier nichts</translation>
  </message>
  <message numerus="yes">
   <location filename="../../inspector/lenses/tuning/units.py" />
   <source>{location} was measured with {count} units, 0 to {last}; {unit} is none.</source>
   <translation>
    <numerusform>{location} wurde mit {count} Einheit gemessen, {last}; {unit} ist keine.</numerusform>
    <numerusform>{location} wurde mit {count} Einheiten gemessen, 0 bis {last}; {unit} ist keine davon.</numerusform>
   </translation>
  </message>
  <message>
   <location filename="../../inspector/lenses/weights/connections.py" />
   <source>Inputs cannot be followed through {listed}.</source>
   <translation>Eingänge lassen sich nicht durch {listed} verfolgen.</translation>
  </message>
  <message>
   <location filename="../../inspector/lenses/weights/connections.py" />
   <source>It reads the picture itself.</source>
   <translation>Sie liest das Bild selbst.</translation>
  </message>
  <message>
   <location filename="../../inspector/lenses/weights/connections.py" />
   <source>No weights lead to it.</source>
   <translation>Keine Gewichte führen zu ihr.</translation>
  </message>
  <message>
   <location filename="../../inspector/lenses/weights/connections.py" />
   <source>Nothing with weights reads it.</source>
   <translation>Nichts mit Gewichten liest sie.</translation>
  </message>
  <message>
   <location filename="../../inspector/lenses/weights/connections.py" />
   <source>Users cannot be followed through {listed}.</source>
   <translation>Nutzer lassen sich nicht durch {listed} verfolgen.</translation>
  </message>
  <message>
   <location filename="../../inspector/lenses/weights/connections.py" />
   <source>Weights in</source>
   <translation>Gewichte hinein</translation>
  </message>
  <message>
   <location filename="../../inspector/lenses/weights/connections.py" />
   <source>Weights out</source>
   <translation>Gewichte hinaus</translation>
  </message>
  <message>
   <location filename="../../inspector/lenses/weights/connections.py" />
   <source>{first} and {count} more</source>
   <translation>{first} und {count} weitere</translation>
  </message>
  <message>
   <location filename="../../inspector/lenses/weights/connections.py" />
   <source>{location} names no unit whose weights could be read.</source>
   <translation>{location} nennt keine Einheit, deren Gewichte sich lesen ließen.</translation>
  </message>
  <message>
   <location filename="../../inspector/network/architectures/resnet_cifar.py" />
   <source>a depth of 6 n + 2 is needed, not {depth}</source>
   <translation>nötig ist eine Tiefe von 6 n + 2, nicht {depth}</translation>
  </message>
  <message>
   <location filename="../../inspector/network/caffe.py" />
   <source>wire type {wire}</source>
   <translation>Drahttyp {wire}</translation>
  </message>
  <message>
   <location filename="../../inspector/network/caffe.py" />
   <source>{path} holds no weights of Caffe layers.</source>
   <translation>{path} enthält keine Gewichte von Caffe-Schichten.</translation>
  </message>
  <message>
   <location filename="../../inspector/network/caffe.py" />
   <source>{path} is larger than any Caffe network: it is not opened.</source>
   <translation>{path} ist größer als jedes Caffe-Netz: Es wird nicht geöffnet.</translation>
  </message>
  <message>
   <location filename="../../inspector/network/card.py" />
   <source>{path} describes no network: it must hold a JSON object with “architecture” and “weights”.</source>
   <translation>{path} beschreibt kein Netz: Es muss ein JSON-Objekt mit „architecture“ und „weights“ enthalten.</translation>
  </message>
  <message>
   <location filename="../../inspector/network/card.py" />
   <source>{path} is no JSON that reads: {error}.</source>
   <translation>{path} ist kein lesbares JSON: {error}.</translation>
  </message>
  <message>
   <location filename="../../inspector/network/card.py" />
   <source>{path}: “labels” must be a list of class names, or the name of a JSON file with one.</source>
   <translation>{path}: „labels“ muss eine Liste von Klassennamen sein oder der Name einer JSON-Datei mit einer.</translation>
  </message>
  <message>
   <location filename="../../inspector/network/card.py" />
   <source>{path}: “{key}” must be a JSON object.</source>
   <translation>{path}: „{key}“ muss ein JSON-Objekt sein.</translation>
  </message>
  <message>
   <location filename="../../inspector/network/card.py" />
   <source>{path}: “{key}” must be a text.</source>
   <translation>{path}: „{key}“ muss ein Text sein.</translation>
  </message>
  <message>
   <location filename="../../inspector/network/catalogue.py" />
   <source>There is no architecture “{name}”; {hint}</source>
   <translation>Es gibt keine Architektur „{name}“; {hint}</translation>
  </message>
  <message>
   <location filename="../../inspector/network/catalogue.py" />
   <source>did you mean {near}?</source>
   <translation>war {near} gemeint?</translation>
  </message>
  <message>
   <location filename="../../inspector/network/catalogue.py" />
   <source>“neuron-inspector networks” lists what there is.</source>
   <translation>„neuron-inspector networks“ listet auf, was es gibt.</translation>
  </message>
  <message>
   <location filename="../../inspector/network/code.py" />
   <source>Built by {name}:{function}.</source>
   <translation>Gebaut von {name}:{function}.</translation>
  </message>
  <message>
   <location filename="../../inspector/network/code.py" />
   <source>There is no Python module “{module}” here: give FILE.py:NAME.</source>
   <translation>Ein Python-Modul „{module}“ gibt es hier nicht: DATEI.py:NAME angeben.</translation>
  </message>
  <message>
   <location filename="../../inspector/network/code.py" />
   <source>a Python file</source>
   <translation>eine Python-Datei</translation>
  </message>
  <message>
   <location filename="../../inspector/network/code.py" />
   <source>{file} has no class or function “{name}” that builds a network.</source>
   <translation>{file} hat keine Klasse oder Funktion „{name}“, die ein Netz baut.</translation>
  </message>
  <message>
   <location filename="../../inspector/network/code.py" />
   <source>{what} fails with {name}: {first_line}.</source>
   <translation>{what} scheitert mit {name}: {first_line}.</translation>
  </message>
  <message>
   <location filename="../../inspector/network/code.py" />
   <source>{what} fails: {first_line}.</source>
   <translation>{what} scheitert: {first_line}.</translation>
  </message>
  <message>
   <location filename="../../inspector/network/code.py" />
   <source>{what} makes a {name}, not a torch.nn.Module.</source>
   <translation>{what} ergibt ein {name}, kein torch.nn.Module.</translation>
  </message>
  <message>
   <location filename="../../inspector/network/device.py" />
   <source>About seven digits; what published numbers are made with.</source>
   <translation>Etwa sieben Stellen; womit veröffentlichte Zahlen entstanden.</translation>
  </message>
  <message>
   <location filename="../../inspector/network/device.py" />
   <source>There is no device “{device}” that torch can use here: the CPU computes.</source>
   <translation>Es gibt kein Gerät „{device}“, das torch hier benutzen kann: Die CPU rechnet.</translation>
  </message>
  <message>
   <location filename="../../inspector/network/device.py" />
   <source>Three digits, but what exceeds 65,504 overflows and very small gradients vanish: a feature visualization may stand still. For graphics cards; slow on processors.</source>
   <translation>Drei Stellen, aber was 65.504 übersteigt, läuft über, und sehr kleine Gradienten verschwinden: Eine Merkmalsvisualisierung kann stehen bleiben. Für Grafikkarten; langsam auf Prozessoren.</translation>
  </message>
  <message>
   <location filename="../../inspector/network/device.py" />
   <source>Two to three digits: pictures and curves come out nearly alike, fine differences do not. Faster on graphics cards and the newest processors, slower on others.</source>
   <translation>Zwei bis drei Stellen: Bilder und Kurven kommen fast gleich heraus, feine Unterschiede nicht. Schneller auf Grafikkarten und den neuesten Prozessoren, langsamer auf anderen.</translation>
  </message>
  <message>
   <location filename="../../inspector/network/device.py" />
   <source>“{precision}” does not work on the device “{device}” here: float32 is used.</source>
   <translation>„{precision}“ geht auf dem Gerät „{device}“ hier nicht: float32 wird benutzt.</translation>
  </message>
  <message>
   <location filename="../../inspector/network/download.py" />
   <source>it ended after {done:,} of {total:,} bytes</source>
   <translation>es endete nach {done:,} von {total:,} Bytes</translation>
  </message>
  <message>
   <location filename="../../inspector/network/download.py" />
   <source>{file} from {address} is not what was published: its {kind} begins with {found} and not with {expected}; it was thrown away.</source>
   <translation>{file} von {address} ist nicht das Veröffentlichte: Der {kind} beginnt mit {found} und nicht mit {expected}; die Datei wurde verworfen.</translation>
  </message>
  <message>
   <location filename="../../inspector/network/download.py" />
   <source>{name}’s weights could not be fetched ({reason}). {advice}</source>
   <translation>Die Gewichte von {name} ließen sich nicht holen ({reason}). {advice}</translation>
  </message>
  <message>
   <location filename="../../inspector/network/download.py" />
   <source>{part} cannot be written: {reason}.</source>
   <translation>{part} lässt sich nicht schreiben: {reason}.</translation>
  </message>
  <message>
   <location filename="../../inspector/network/extras.py" />
   <source>{what} needs {name}, which does not load: {first}.</source>
   <translation>{what} braucht {name}, das sich nicht laden lässt: {first}.</translation>
  </message>
  <message>
   <location filename="../../inspector/network/extras.py" />
   <source>{what} needs {name}: pip install “neuron-inspector[{extra}]”.</source>
   <translation>{what} braucht {name}: pip install „neuron-inspector[{extra}]“.</translation>
  </message>
  <message>
   <location filename="../../inspector/network/families.py" />
   <source>torchvision's architecture{paper}.</source>
   <translation>Architektur aus torchvision{paper}.</translation>
  </message>
  <message>
   <location filename="../../inspector/network/fitting.py" />
   <source>missing</source>
   <translation>fehlend</translation>
  </message>
  <message>
   <location filename="../../inspector/network/fitting.py" />
   <source>unexpected</source>
   <translation>unerwartet</translation>
  </message>
  <message>
   <location filename="../../inspector/network/fitting.py" />
   <source>{count} of another shape (first “{key}”: {shapes})</source>
   <translation>{count} von anderer Form (zuerst „{key}“: {shapes})</translation>
  </message>
  <message>
   <location filename="../../inspector/network/fitting.py" />
   <source>{count} {what} (first “{keys}”)</source>
   <translation>{count} {what} (zuerst „{keys}“)</translation>
  </message>
  <message>
   <location filename="../../inspector/network/fitting.py" />
   <source>{shape} in the file, {own} in the architecture</source>
   <translation>{shape} in der Datei, {own} in der Architektur</translation>
  </message>
  <message>
   <location filename="../../inspector/network/fitting.py" />
   <source>{source} holds weights of another architecture than {name}: {reasons}.</source>
   <translation>{source} enthält Gewichte einer anderen Architektur als {name}: {reasons}.</translation>
  </message>
  <message>
   <location filename="../../inspector/network/flow/words.py" />
   <source>one number</source>
   <translation>eine Zahl</translation>
  </message>
  <message>
   <location filename="../../inspector/network/flow/words.py" />
   <source>output {sides}</source>
   <translation>Ausgabe {sides}</translation>
  </message>
  <message numerus="yes">
   <location filename="../../inspector/network/flow/words.py" />
   <source>{count:,} parameters</source>
   <translation>
    <numerusform>{count:,} Parameter</numerusform>
    <numerusform>{count:,} Parameter</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <location filename="../../inspector/network/flow/words.py" />
   <source>{count} operations</source>
   <translation>
    <numerusform>{count} Operation</numerusform>
    <numerusform>{count} Operationen</numerusform>
   </translation>
  </message>
  <message>
   <location filename="../../inspector/network/flow/words.py" />
   <source>{units:,} ch</source>
   <translation>{units:,} Kan.</translation>
  </message>
  <message>
   <location filename="../../inspector/network/formats.py" />
   <source>{path} holds Python objects{what}, and loading them would execute code: save only the weights, torch.save(module.state_dict(), FILE).</source>
   <translation>{path} enthält Python-Objekte{what}, und sie zu laden würde Code ausführen: nur die Gewichte speichern, torch.save(module.state_dict(), DATEI).</translation>
  </message>
  <message>
   <location filename="../../inspector/network/formats.py" />
   <source>{path} holds no weights: no tensors by name are in it.</source>
   <translation>{path} enthält keine Gewichte: Es sind keine benannten Tensoren darin.</translation>
  </message>
  <message>
   <location filename="../../inspector/network/formats.py" />
   <source>{path} is of no use: the weights “{key}” hold NaN or infinite numbers.</source>
   <translation>{path} ist unbrauchbar: Die Gewichte „{key}“ enthalten NaN oder unendliche Zahlen.</translation>
  </message>
  <message>
   <location filename="../../inspector/network/from_open_clip.py" />
   <source>CLIP {tower}</source>
   <translation>CLIP {tower}</translation>
  </message>
  <message>
   <location filename="../../inspector/network/from_open_clip.py" />
   <source>CLIP {tower}: the argument “{arguments}” cannot be set here.</source>
   <translation>CLIP {tower}: Das Argument „{arguments}“ lässt sich hier nicht setzen.</translation>
  </message>
  <message>
   <location filename="../../inspector/network/from_open_clip.py" />
   <source>{paper}: the image tower; it answers with a direction in the space of both.</source>
   <translation>{paper}: der Bildturm; er antwortet mit einer Richtung im gemeinsamen Raum.</translation>
  </message>
  <message>
   <location filename="../../inspector/network/from_open_clip.py" />
   <source>{paper}: the text tower; it answers words with directions in the space of both.</source>
   <translation>{paper}: der Textturm; er antwortet auf Wörter mit Richtungen im gemeinsamen Raum.</translation>
  </message>
  <message>
   <location filename="../../inspector/network/from_open_clip.py" />
   <source>{title}, text tower</source>
   <translation>{title}, Textturm</translation>
  </message>
  <message>
   <location filename="../../inspector/network/from_timm.py" />
   <source>timm’s architecture {name}.</source>
   <translation>Architektur {name} von timm.</translation>
  </message>
  <message>
   <location filename="../../inspector/network/from_timm.py" />
   <source>{name} (timm)</source>
   <translation>{name} (timm)</translation>
  </message>
  <message>
   <location filename="../../inspector/network/from_timm.py" />
   <source>{name}: the argument “{refused}” cannot be set here.</source>
   <translation>{name}: Das Argument „{refused}“ lässt sich hier nicht setzen.</translation>
  </message>
  <message>
   <location filename="../../inspector/network/hugging_face.py" />
   <source>Hugging Face’s model type {kind}.</source>
   <translation>Modelltyp {kind} von Hugging Face.</translation>
  </message>
  <message>
   <location filename="../../inspector/network/hugging_face.py" />
   <source>{beside}: the preprocessing does not read.</source>
   <translation>{beside}: Die Vorverarbeitung lässt sich nicht lesen.</translation>
  </message>
  <message>
   <location filename="../../inspector/network/hugging_face.py" />
   <source>{parent} is a directory, not a weights file, and holds no config.json.</source>
   <translation>{parent} ist ein Verzeichnis, keine Gewichtsdatei, und enthält keine config.json.</translation>
  </message>
  <message>
   <location filename="../../inspector/network/hugging_face.py" />
   <source>{path} holds its weights in several files: put them into one model.safetensors.</source>
   <translation>{path} hält seine Gewichte in mehreren Dateien: sie in ein model.safetensors legen.</translation>
  </message>
  <message>
   <location filename="../../inspector/network/hugging_face.py" />
   <source>{path} is a directory without {weights} in it.</source>
   <translation>{path} ist ein Verzeichnis ohne {weights} darin.</translation>
  </message>
  <message>
   <location filename="../../inspector/network/hugging_face.py" />
   <source>{path} is too large for a description of a network.</source>
   <translation>{path} ist zu groß für die Beschreibung eines Netzes.</translation>
  </message>
  <message>
   <location filename="../../inspector/network/hugging_face.py" />
   <source>{path} must hold a JSON object.</source>
   <translation>{path} muss ein JSON-Objekt enthalten.</translation>
  </message>
  <message>
   <location filename="../../inspector/network/hugging_face.py" />
   <source>{path}/config.json does not describe a network that can be built: {error}.</source>
   <translation>{path}/config.json beschreibt kein Netz, das sich bauen lässt: {error}.</translation>
  </message>
  <message>
   <location filename="../../inspector/network/hugging_face.py" />
   <source>{path}/config.json names the model type “{kind}”, which is not known here: open its weights as NAME=FOLDER, or build it in a Python file.</source>
   <translation>{path}/config.json nennt den Modelltyp „{kind}“, der hier nicht bekannt ist: seine Gewichte als NAME=ORDNER öffnen oder es in einer Python-Datei bauen.</translation>
  </message>
  <message>
   <location filename="../../inspector/network/labels.py" />
   <source>{path} does not read as JSON: {error}.</source>
   <translation>{path} lässt sich nicht als JSON lesen: {error}.</translation>
  </message>
  <message>
   <location filename="../../inspector/network/labels.py" />
   <source>{path} holds no class names.</source>
   <translation>{path} enthält keine Klassennamen.</translation>
  </message>
  <message>
   <location filename="../../inspector/network/labels.py" />
   <source>{path} is no text: class names stand in a JSON list or one a line.</source>
   <translation>{path} ist kein Text: Klassennamen stehen in einer JSON-Liste oder einer je Zeile.</translation>
  </message>
  <message>
   <location filename="../../inspector/network/labels.py" />
   <source>{path} is too large for a list of class names.</source>
   <translation>{path} ist zu groß für eine Liste von Klassennamen.</translation>
  </message>
  <message>
   <location filename="../../inspector/network/labels.py" />
   <source>{path} must hold a JSON list of class names.</source>
   <translation>{path} muss eine JSON-Liste von Klassennamen enthalten.</translation>
  </message>
  <message>
   <location filename="../../inspector/network/limits.py" />
   <source>complex numbers</source>
   <translation>komplexe Zahlen</translation>
  </message>
  <message>
   <location filename="../../inspector/network/limits.py" />
   <source>feature visualization, attribution and whatever else follows gradients is not available behind the node where they stop; activations, tuning, examples and weights are</source>
   <translation>Merkmalsvisualisierung, Zuschreibung und was sonst Gradienten folgt, gibt es hinter dem Knoten nicht, an dem sie enden; Aktivierungen, Abstimmung, Beispiele und Gewichte gibt es</translation>
  </message>
  <message>
   <location filename="../../inspector/network/limits.py" />
   <source>whole numbers or packed values</source>
   <translation>ganze Zahlen oder gepackte Werte</translation>
  </message>
  <message>
   <location filename="../../inspector/network/limits.py" />
   <source>{count} of {name}’s nodes hold {what} (first “{names}”): they are listed without units, the nodes before and behind can be looked into.</source>
   <translation>{count} Knoten von {name} enthalten {what} (zuerst „{names}“): Sie werden ohne Einheiten aufgeführt, die Knoten davor und dahinter lassen sich ansehen.</translation>
  </message>
  <message>
   <location filename="../../inspector/network/limits.py" />
   <source>{name} gives no gradients ({reason}): {missing}.</source>
   <translation>{name} gibt keine Gradienten ({reason}): {missing}.</translation>
  </message>
  <message>
   <location filename="../../inspector/network/limits.py" />
   <source>{name} hands no gradients back from its output to the picture: {missing}.</source>
   <translation>{name} gibt keine Gradienten von seiner Ausgabe zum Bild zurück: {missing}.</translation>
  </message>
  <message>
   <location filename="../../inspector/network/limits.py" />
   <source>{name}’s gradients are zero everywhere, as those of rounded or binary values are: feature visualization cannot move its pictures; all other lenses work.</source>
   <translation>Die Gradienten von {name} sind überall null, wie die von gerundeten oder binären Werten: Merkmalsvisualisierung kann ihre Bilder nicht bewegen; alle anderen Linsen arbeiten.</translation>
  </message>
  <message>
   <location filename="../../inspector/network/location.py" />
   <source>A position is two numbers from 0 on, of a unit; {form}.</source>
   <translation>Ein Ort sind zwei Zahlen ab 0, von einer Einheit; {form}.</translation>
  </message>
  <message>
   <location filename="../../inspector/network/location.py" />
   <source>A unit is a number from 0 on, of a node; {form}.</source>
   <translation>Eine Einheit ist eine Zahl ab 0, von einem Knoten; {form}.</translation>
  </message>
  <message>
   <location filename="../../inspector/network/location.py" />
   <source>An empty name is no address; {form}.</source>
   <translation>Ein leerer Name ist keine Adresse; {form}.</translation>
  </message>
  <message>
   <location filename="../../inspector/network/location.py" />
   <source>an address reads network/node/unit@y,x, for example demo/conv1/17</source>
   <translation>eine Adresse lautet Netz/Knoten/Einheit@y,x, zum Beispiel demo/conv1/17</translation>
  </message>
  <message>
   <location filename="../../inspector/network/location.py" />
   <source>“@{text}” in “{whole}” is no position: {form}.</source>
   <translation>„@{text}“ in „{whole}“ ist kein Ort: {form}.</translation>
  </message>
  <message>
   <location filename="../../inspector/network/location.py" />
   <source>“{text}” in “{whole}” is no number: {form}.</source>
   <translation>„{text}“ in „{whole}“ ist keine Zahl: {form}.</translation>
  </message>
  <message>
   <location filename="../../inspector/network/location.py" />
   <source>“{text}” is no address: {form}.</source>
   <translation>„{text}“ ist keine Adresse: {form}.</translation>
  </message>
  <message>
   <location filename="../../inspector/network/network.py" />
   <source>class {index}</source>
   <translation>Klasse {index}</translation>
  </message>
  <message numerus="yes">
   <location filename="../../inspector/network/network.py" />
   <source>{count} units, 0 to {last}; {unit} is none</source>
   <translation>
    <numerusform>{count} Einheit, {last}; {unit} ist keine</numerusform>
    <numerusform>{count} Einheiten, 0 bis {last}; {unit} ist keine davon</numerusform>
   </translation>
  </message>
  <message>
   <location filename="../../inspector/network/network.py" />
   <source>{location} lies outside the node's map of {map}.</source>
   <translation>{location} liegt außerhalb der Karte des Knotens von {map}.</translation>
  </message>
  <message>
   <location filename="../../inspector/network/network.py" />
   <source>{name} has no node “{node}”.{hint}</source>
   <translation>{name} hat keinen Knoten „{node}“.{hint}</translation>
  </message>
  <message>
   <location filename="../../inspector/network/network.py" />
   <source>{name}/{node_name} has {there}.</source>
   <translation>{name}/{node_name} hat {there}.</translation>
  </message>
  <message>
   <location filename="../../inspector/network/network.py" />
   <source>{name}: the network does not run on an input of {shape}: {first_line}.</source>
   <translation>{name}: Das Netz läuft nicht mit einer Eingabe von {shape}: {first_line}.</translation>
  </message>
  <message>
   <location filename="../../inspector/network/official.py" />
   <source>Get {address} and put it into {weights_folder}, or open {name}=FILE.</source>
   <translation>{address} holen und in {weights_folder} legen, oder {name}=DATEI öffnen.</translation>
  </message>
  <message>
   <location filename="../../inspector/network/opening.py" />
   <source>A network in a {titles} file.</source>
   <translation>Ein Netz in einer {titles}-Datei.</translation>
  </message>
  <message>
   <location filename="../../inspector/network/opening.py" />
   <source>{name} cannot be built with the arguments {arguments}: {error}.</source>
   <translation>{name} lässt sich nicht mit den Argumenten {arguments} bauen: {error}.</translation>
  </message>
  <message>
   <location filename="../../inspector/network/opening.py" />
   <source>{name} is quantised ({kind}), so its nodes give no gradients and no real numbers: open the float network that it was made from.</source>
   <translation>{name} ist quantisiert ({kind}), also geben seine Knoten keine Gradienten und keine reellen Zahlen: das Gleitkommanetz öffnen, aus dem es gemacht wurde.</translation>
  </message>
  <message numerus="yes">
   <location filename="../../inspector/network/opening.py" />
   <source>{name}: {count} labels are given for {outputs} outputs.</source>
   <translation>
    <numerusform>{name}: {count} Bezeichnung ist für {outputs} Ausgaben angegeben.</numerusform>
    <numerusform>{name}: {count} Bezeichnungen sind für {outputs} Ausgaben angegeben.</numerusform>
   </translation>
  </message>
  <message>
   <location filename="../../inspector/network/own.py" />
   <source>ResNet {depth} for CIFAR</source>
   <translation>ResNet {depth} für CIFAR</translation>
  </message>
  <message>
   <location filename="../../inspector/network/own.py" />
   <source>{paper}: AlexNet of Caffe, trained on scenes.</source>
   <translation>{paper}: AlexNet von Caffe, auf Szenen trainiert.</translation>
  </message>
  <message>
   <location filename="../../inspector/network/own.py" />
   <source>{paper}: GoogLeNet of Caffe, trained on scenes.</source>
   <translation>{paper}: GoogLeNet von Caffe, auf Szenen trainiert.</translation>
  </message>
  <message>
   <location filename="../../inspector/network/preprocessing.py" />
   <source>Channel order “{channels}” is unknown: RGB, BGR or L.</source>
   <translation>Die Kanalreihenfolge „{channels}“ ist unbekannt: RGB, BGR oder L.</translation>
  </message>
  <message>
   <location filename="../../inspector/network/preprocessing.py" />
   <source>Input sizes lie between 1 and {largest_side} pixels, not {sides}.</source>
   <translation>Eingangsgrößen liegen zwischen 1 und {largest_side} Pixeln, nicht bei {sides}.</translation>
  </message>
  <message>
   <location filename="../../inspector/network/preprocessing.py" />
   <source>Interpolation “{interpolation}” is unknown: bilinear or bicubic.</source>
   <translation>Die Interpolation „{interpolation}“ ist unbekannt: bilinear oder bicubic.</translation>
  </message>
  <message numerus="yes">
   <location filename="../../inspector/network/preprocessing.py" />
   <source>Mean and std need {count} numbers each for {channels} input.</source>
   <translation>
    <numerusform>Mittel und Streuung brauchen je {count} Zahl für einen Eingang in {channels}.</numerusform>
    <numerusform>Mittel und Streuung brauchen je {count} Zahlen für einen Eingang in {channels}.</numerusform>
   </translation>
  </message>
  <message>
   <location filename="../../inspector/network/preprocessing.py" />
   <source>Mean, std and range must be finite numbers, and no std may be 0.</source>
   <translation>Mittelwert, Streuung und Bereich müssen endliche Zahlen sein, und keine Streuung darf 0 sein.</translation>
  </message>
  <message>
   <location filename="../../inspector/network/preprocessing.py" />
   <source>Preprocessing does not read: {error}.</source>
   <translation>Die Vorverarbeitung lässt sich nicht lesen: {error}.</translation>
  </message>
  <message>
   <location filename="../../inspector/network/preprocessing.py" />
   <source>The range needs two numbers that differ, for black and for white.</source>
   <translation>Der Bereich braucht zwei verschiedene Zahlen, für Schwarz und für Weiß.</translation>
  </message>
  <message>
   <location filename="../../inspector/network/preprocessing.py" />
   <source>Unknown preprocessing setting “{unknown}”; known: {known}.</source>
   <translation>Unbekannte Einstellung der Vorverarbeitung „{unknown}“; bekannt: {known}.</translation>
  </message>
  <message>
   <location filename="../../inspector/network/programs/exported.py" />
   <source>{path} was exported for batches of {only} and not for {shape}: export it again with an open batch (dynamic_shapes), or open its weights under a catalogue name.</source>
   <translation>{path} wurde für Stapel von {only} exportiert und nicht für {shape}: noch einmal mit offener Stapelgröße exportieren (dynamic_shapes) oder seine Gewichte unter einem Katalognamen öffnen.</translation>
  </message>
  <message>
   <location filename="../../inspector/network/programs/exported_check.py" />
   <source>{filename} describes more than any network holds: it is not opened.</source>
   <translation>{filename} beschreibt mehr, als irgendein Netz enthält: Es wird nicht geöffnet.</translation>
  </message>
  <message>
   <location filename="../../inspector/network/programs/interpreter.py" />
   <source>the function {name}</source>
   <translation>die Funktion {name}</translation>
  </message>
  <message numerus="yes">
   <location filename="../../inspector/network/programs/interpreter.py" />
   <source>{count} inputs are expected, not {given}</source>
   <translation>
    <numerusform>{count} Eingabe wird erwartet, nicht {given}</numerusform>
    <numerusform>{count} Eingaben werden erwartet, nicht {given}</numerusform>
   </translation>
  </message>
  <message>
   <location filename="../../inspector/network/programs/onnx.py" />
   <source>export it again with opset_version=17 and dynamo=False, or open the PyTorch weights</source>
   <translation>noch einmal mit opset_version=17 und dynamo=False exportieren oder die PyTorch-Gewichte öffnen</translation>
  </message>
  <message>
   <location filename="../../inspector/network/programs/onnx.py" />
   <source>something ({splitlines})</source>
   <translation>etwas ({splitlines})</translation>
  </message>
  <message>
   <location filename="../../inspector/network/programs/onnx.py" />
   <source>the operator {operator} in version {version}</source>
   <translation>den Operator {operator} in Version {version}</translation>
  </message>
  <message>
   <location filename="../../inspector/network/programs/onnx.py" />
   <source>{name} (ONNX)</source>
   <translation>{name} (ONNX)</translation>
  </message>
  <message>
   <location filename="../../inspector/network/programs/onnx.py" />
   <source>{path} uses opset {versions}, newer than the {newest} that can be read: {advice}.</source>
   <translation>{path} benutzt Opset {versions}, neuer als das {newest}, das sich lesen lässt: {advice}.</translation>
  </message>
  <message>
   <location filename="../../inspector/network/programs/onnx.py" />
   <source>{path} uses {unknown}, which onnx2torch does not know: {advice}.</source>
   <translation>{path} benutzt {unknown}, was onnx2torch nicht kennt: {advice}.</translation>
  </message>
  <message>
   <location filename="../../inspector/network/programs/operations.py" />
   <source>the operation {kind}</source>
   <translation>die Operation {kind}</translation>
  </message>
  <message>
   <location filename="../../inspector/network/programs/torchscript.py" />
   <source>a TorchScript program that does more than compute</source>
   <translation>ein TorchScript-Programm, das mehr tut als rechnen</translation>
  </message>
  <message>
   <location filename="../../inspector/network/programs/torchscript.py" />
   <source>{path} holds more program text than any network: it is not opened.</source>
   <translation>{path} enthält mehr Programmtext als irgendein Netz: Es wird nicht geöffnet.</translation>
  </message>
  <message>
   <location filename="../../inspector/network/recognise.py" />
   <source>an HDF5 file (Keras)</source>
   <translation>eine HDF5-Datei (Keras)</translation>
  </message>
  <message>
   <location filename="../../inspector/network/recognise.py" />
   <source>{path} does not exist.</source>
   <translation>{path} gibt es nicht.</translation>
  </message>
  <message>
   <location filename="../../inspector/network/recognise.py" />
   <source>{path} has a suffix that no weights file has; weights files end in {known}.</source>
   <translation>{path} hat eine Endung, die keine Gewichtsdatei hat; Gewichtsdateien enden auf {known}.</translation>
  </message>
  <message>
   <location filename="../../inspector/network/recognise.py" />
   <source>{path} holds no weights: its content is of no format known here.</source>
   <translation>{path} enthält keine Gewichte: Sein Inhalt hat kein hier bekanntes Format.</translation>
  </message>
  <message>
   <location filename="../../inspector/network/recognise.py" />
   <source>{path} is a directory, not a weights file.</source>
   <translation>{path} ist ein Verzeichnis, keine Gewichtsdatei.</translation>
  </message>
  <message>
   <location filename="../../inspector/network/recognise.py" />
   <source>{path} is a picture (WebP), not a weights file.</source>
   <translation>{path} ist ein Bild (WebP), keine Gewichtsdatei.</translation>
  </message>
  <message>
   <location filename="../../inspector/network/recognise.py" />
   <source>{path} is a picture ({name}), not a weights file.</source>
   <translation>{path} ist ein Bild ({name}), keine Gewichtsdatei.</translation>
  </message>
  <message>
   <location filename="../../inspector/network/recognise.py" />
   <source>{path} is a zip archive without weights in it.</source>
   <translation>{path} ist ein Zip-Archiv ohne Gewichte darin.</translation>
  </message>
  <message>
   <location filename="../../inspector/network/recognise.py" />
   <source>{path} is empty.</source>
   <translation>{path} ist leer.</translation>
  </message>
  <message>
   <location filename="../../inspector/network/recognise.py" />
   <source>{path} is truncated or damaged.</source>
   <translation>{path} ist abgeschnitten oder beschädigt.</translation>
  </message>
  <message>
   <location filename="../../inspector/network/recognise.py" />
   <source>{path} is {what}; this format is not supported yet, give the weights (a state dict).</source>
   <translation>{path} ist {what}; dieses Format wird noch nicht unterstützt, die Gewichte angeben (ein state dict).</translation>
  </message>
  <message>
   <location filename="../../inspector/network/renaming.py" />
   <source>only the image tower’s weights were taken (“visual.”)</source>
   <translation>nur die Gewichte des Bildturms wurden genommen („visual.“)</translation>
  </message>
  <message>
   <location filename="../../inspector/network/renaming.py" />
   <source>only the text tower’s weights were taken</source>
   <translation>nur die Gewichte des Textturms wurden genommen</translation>
  </message>
  <message>
   <location filename="../../inspector/network/renaming.py" />
   <source>{best} were translated</source>
   <translation>{best} wurden übersetzt</translation>
  </message>
  <message>
   <location filename="../../inspector/network/renaming.py" />
   <source>“{prefix}” was taken off every name</source>
   <translation>„{prefix}“ wurde von jedem Namen weggenommen</translation>
  </message>
  <message>
   <location filename="../../inspector/network/spec.py" />
   <source>; its keys and shapes are those of {near}, so try {near}={weights}</source>
   <translation>; Namen und Formen sind die von {near}, also {near}={weights} versuchen</translation>
  </message>
  <message>
   <location filename="../../inspector/network/spec.py" />
   <source>{file} does not say which architecture its weights are for: give NAME=FILE{hint}.</source>
   <translation>{file} sagt nicht, für welche Architektur ihre Gewichte sind: NAME=DATEI angeben{hint}.</translation>
  </message>
  <message>
   <location filename="../../inspector/network/spec.py" />
   <source>{file} names no “weights” file.</source>
   <translation>{file} nennt keine Datei „weights“.</translation>
  </message>
  <message>
   <location filename="../../inspector/network/spec.py" />
   <source>“{text}” names no network: give a catalogue name, a FILE or NAME=FILE.</source>
   <translation>„{text}“ nennt kein Netz: einen Katalognamen, eine DATEI oder NAME=DATEI angeben.</translation>
  </message>
  <message>
   <location filename="../../inspector/network/text_tower.py" />
   <source>A prompt has 1 to {most_characters:,} characters, not {count}.</source>
   <translation>Ein Prompt hat 1 bis {most_characters:,} Zeichen, nicht {count}.</translation>
  </message>
  <message>
   <location filename="../../inspector/network/text_tower.py" />
   <source>{name} has no text tower: words and pictures share a space in CLIP’s networks only.</source>
   <translation>{name} hat keinen Textturm: Nur in den Netzen von CLIP teilen Wörter und Bilder einen Raum.</translation>
  </message>
  <message>
   <location filename="../../inspector/network/text_tower.py" />
   <source>{source} holds no text tower (“{missing}” is missing): prompts need CLIP’s whole file.</source>
   <translation>{source} enthält keinen Textturm („{missing}“ fehlt): Prompts brauchen die ganze Datei von CLIP.</translation>
  </message>
  <message>
   <location filename="../../inspector/network/trust.py" />
   <source>{file} cannot be read: {reason}.</source>
   <translation>{file} lässt sich nicht lesen: {reason}.</translation>
  </message>
  <message>
   <location filename="../../inspector/network/trust.py" />
   <source>{file} is {what}, and opening it would run its code: open it with --trust once you know where it comes from.</source>
   <translation>{file} ist {what}, und sie zu öffnen würde ihren Code ausführen: mit --trust öffnen, sobald bekannt ist, woher sie kommt.</translation>
  </message>
  <message>
   <location filename="../../inspector/network/twin.py" />
   <source>The modules of {name} do not let themselves be copied.</source>
   <translation>Die Module von {name} lassen sich nicht kopieren.</translation>
  </message>
  <message numerus="yes">
   <location filename="../../inspector/network/wishes.py" />
   <source>The input size has {count} channels, but the preprocessing makes {wished_depth}.</source>
   <translation>
    <numerusform>Die Eingangsgröße hat {count} Kanal, aber die Vorverarbeitung macht {wished_depth}.</numerusform>
    <numerusform>Die Eingangsgröße hat {count} Kanäle, aber die Vorverarbeitung macht {wished_depth}.</numerusform>
   </translation>
  </message>
  <message>
   <location filename="../../inspector/network/wishes.py" />
   <source>The network's input has {depth} channels; pictures have 1 (grey) or 3 (colour).</source>
   <translation>Der Eingang des Netzes hat {depth} Kanäle; Bilder haben 1 (grau) oder 3 (Farbe).</translation>
  </message>
  <message>
   <location filename="../../inspector/pictures/decode.py" />
   <source>PNG, JPEG, WebP, GIF, BMP and TIFF files can be opened</source>
   <translation>PNG-, JPEG-, WebP-, GIF-, BMP- und TIFF-Dateien lassen sich öffnen</translation>
  </message>
  <message>
   <location filename="../../inspector/pictures/decode.py" />
   <source>{name} cannot be converted to RGB: {reason}.</source>
   <translation>{name} lässt sich nicht in RGB umwandeln: {reason}.</translation>
  </message>
  <message>
   <location filename="../../inspector/pictures/decode.py" />
   <source>{name} cannot be read: {reason}.</source>
   <translation>{name} lässt sich nicht lesen: {reason}.</translation>
  </message>
  <message>
   <location filename="../../inspector/pictures/decode.py" />
   <source>{name} has no pixels: its size is {width} × {height}.</source>
   <translation>{name} hat keine Pixel: Seine Größe ist {width} × {height}.</translation>
  </message>
  <message>
   <location filename="../../inspector/pictures/decode.py" />
   <source>{name} is a damaged or incomplete picture: {reason}.</source>
   <translation>{name} ist ein beschädigtes oder unvollständiges Bild: {reason}.</translation>
  </message>
  <message>
   <location filename="../../inspector/pictures/decode.py" />
   <source>{name} is no picture, or one of an unknown kind: {kinds}.</source>
   <translation>{name} ist kein Bild oder eines unbekannter Art: {kinds}.</translation>
  </message>
  <message>
   <location filename="../../inspector/pictures/decode.py" />
   <source>{name} is no picture: an array uint8 [H,W,3] or [H,W,4] is needed, not {dtype} {shape}.</source>
   <translation>{name} ist kein Bild: Nötig ist ein Array uint8 [H,W,3] oder [H,W,4], nicht {dtype} {shape}.</translation>
  </message>
  <message>
   <location filename="../../inspector/pictures/decode.py" />
   <source>{name} is too large{size}: at most {max_pixels} megapixels are opened.</source>
   <translation>{name} ist zu groß{size}: Höchstens {max_pixels} Megapixel werden geöffnet.</translation>
  </message>
  <message>
   <location filename="../../inspector/pictures/decode.py" />
   <source>{path} is a folder, not a picture.</source>
   <translation>{path} ist ein Ordner, kein Bild.</translation>
  </message>
  <message>
   <location filename="../../inspector/pictures/decode.py" />
   <source>{path} is no ordinary file.</source>
   <translation>{path} ist keine gewöhnliche Datei.</translation>
  </message>
  <message>
   <location filename="../../inspector/pictures/sources.py" />
   <source> The first line refused: {refusals}</source>
   <translation> Die erste abgelehnte Zeile: {refusals}</translation>
  </message>
  <message>
   <location filename="../../inspector/pictures/sources.py" />
   <source>There are no pictures in an empty list.</source>
   <translation>In einer leeren Liste sind keine Bilder.</translation>
  </message>
  <message>
   <location filename="../../inspector/pictures/sources.py" />
   <source>There are no pictures in {paths}.{why}</source>
   <translation>In {paths} sind keine Bilder.{why}</translation>
  </message>
  <message>
   <location filename="../../inspector/pictures/sources.py" />
   <source>{name} is empty.</source>
   <translation>{name} ist leer.</translation>
  </message>
  <message>
   <location filename="../../inspector/pictures/sources.py" />
   <source>{name} is too large: files of at most {max_file_bytes} MiB are read.</source>
   <translation>{name} ist zu groß: Dateien von höchstens {max_file_bytes} MiB werden gelesen.</translation>
  </message>
  <message>
   <location filename="../../inspector/pictures/sources_archives.py" />
   <source>{path} is a damaged archive, or none.</source>
   <translation>{path} ist ein beschädigtes Archiv oder keines.</translation>
  </message>
  <message>
   <location filename="../../inspector/pictures/sources_archives.py" />
   <source>{path} is a damaged archive: {reason}.</source>
   <translation>{path} ist ein beschädigtes Archiv: {reason}.</translation>
  </message>
  <message>
   <location filename="../../inspector/pictures/sources_archives.py" />
   <source>{shown} cannot be read: {reason}.</source>
   <translation>{shown} lässt sich nicht lesen: {reason}.</translation>
  </message>
  <message>
   <location filename="../../inspector/pictures/sources_archives.py" />
   <source>{shown} is cut off.</source>
   <translation>{shown} ist abgeschnitten.</translation>
  </message>
  <message>
   <location filename="../../inspector/pictures/sources_archives.py" />
   <source>{shown} is damaged: {reason}.</source>
   <translation>{shown} ist beschädigt: {reason}.</translation>
  </message>
  <message>
   <location filename="../../inspector/pictures/sources_arrays.py" />
   <source>it asks for {module}.{name}, which no data set needs</source>
   <translation>sie verlangt {module}.{name}, was kein Datensatz braucht</translation>
  </message>
  <message>
   <location filename="../../inspector/pictures/sources_arrays.py" />
   <source>{file} cannot be read: {error}.</source>
   <translation>{file} lässt sich nicht lesen: {error}.</translation>
  </message>
  <message>
   <location filename="../../inspector/pictures/sources_arrays.py" />
   <source>{file} holds no classes of pictures.</source>
   <translation>{file} enthält keine Klassen von Bildern.</translation>
  </message>
  <message>
   <location filename="../../inspector/pictures/sources_arrays.py" />
   <source>{file} holds no pictures of 32 × 32 pixels.</source>
   <translation>{file} enthält keine Bilder von 32 × 32 Pixeln.</translation>
  </message>
  <message numerus="yes">
   <location filename="../../inspector/pictures/sources_arrays.py" />
   <source>{file} holds {count} classes for {pictures} pictures.</source>
   <translation>
    <numerusform>{file} enthält {count} Klasse für {pictures} Bilder.</numerusform>
    <numerusform>{file} enthält {count} Klassen für {pictures} Bilder.</numerusform>
   </translation>
  </message>
  <message>
   <location filename="../../inspector/pictures/sources_arrays.py" />
   <source>{file} is no data set's file, or damaged: {error}.</source>
   <translation>{file} ist keine Datei eines Datensatzes oder ist beschädigt: {error}.</translation>
  </message>
  <message>
   <location filename="../../inspector/pictures/sources_arrays.py" />
   <source>{file} is no data set's file.</source>
   <translation>{file} ist keine Datei eines Datensatzes.</translation>
  </message>
  <message>
   <location filename="../../inspector/pictures/sources_arrays.py" />
   <source>{file} is no idx file of bytes, or damaged.</source>
   <translation>{file} ist keine idx-Datei aus Bytes oder ist beschädigt.</translation>
  </message>
  <message numerus="yes">
   <location filename="../../inspector/pictures/sources_arrays.py" />
   <source>{file}: {count} pictures are of classes that {meta} does not name.</source>
   <translation>
    <numerusform>{file}: {count} Bild gehört zu einer Klasse, die {meta} nicht nennt.</numerusform>
    <numerusform>{file}: {count} Bilder gehören zu Klassen, die {meta} nicht nennt.</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <location filename="../../inspector/pictures/sources_arrays.py" />
   <source>{labels} holds {count} classes for {pictures} pictures: none is used.</source>
   <translation>
    <numerusform>{labels} enthält {count} Klasse für {pictures} Bilder: Sie wird nicht benutzt.</numerusform>
    <numerusform>{labels} enthält {count} Klassen für {pictures} Bilder: Keine wird benutzt.</numerusform>
   </translation>
  </message>
  <message>
   <location filename="../../inspector/pictures/sources_arrays.py" />
   <source>{shown} cannot be read: {error}.</source>
   <translation>{shown} lässt sich nicht lesen: {error}.</translation>
  </message>
  <message>
   <location filename="../../inspector/pictures/sources_files.py" />
   <source>shipped samples</source>
   <translation>mitgelieferte Beispiele</translation>
  </message>
  <message>
   <location filename="../../inspector/pictures/sources_files.py" />
   <source>{file} is a folder, not a picture.</source>
   <translation>{file} ist ein Ordner, kein Bild.</translation>
  </message>
  <message>
   <location filename="../../inspector/pictures/sources_files.py" />
   <source>{file} is no ordinary file.</source>
   <translation>{file} ist keine gewöhnliche Datei.</translation>
  </message>
  <message>
   <location filename="../../inspector/pictures/sources_lists.py" />
   <source>{file} is no list of pictures: it is not UTF-8 text.</source>
   <translation>{file} ist keine Liste von Bildern: Es ist kein UTF-8-Text.</translation>
  </message>
  <message>
   <location filename="../../inspector/pictures/sources_lists.py" />
   <source>{file} is no table: {error}.</source>
   <translation>{file} ist keine Tabelle: {error}.</translation>
  </message>
  <message>
   <location filename="../../inspector/pictures/sources_lists.py" />
   <source>{file}, line {number}</source>
   <translation>{file}, Zeile {number}</translation>
  </message>
  <message>
   <location filename="../../inspector/pictures/sources_lists.py" />
   <source>{place} gives {name} the class “{label}”; an earlier line, which counts, gives it “{earlier}”.</source>
   <translation>{place} gibt {name} die Klasse „{label}“; eine frühere Zeile, die gilt, gibt „{earlier}“.</translation>
  </message>
  <message>
   <location filename="../../inspector/pictures/sources_lists.py" />
   <source>{place} names no picture.</source>
   <translation>{place} nennt kein Bild.</translation>
  </message>
  <message>
   <location filename="../../inspector/probe/edited.py" />
   <source>The maps of another picture do not fit those of this one.</source>
   <translation>Die Karten eines anderen Bildes passen nicht zu denen von diesem.</translation>
  </message>
  <message>
   <location filename="../../inspector/probe/edited.py" />
   <source>{name} cannot be edited: its modules do not let themselves be copied.</source>
   <translation>In {name} lässt sich nicht eingreifen: Seine Module lassen sich nicht kopieren.</translation>
  </message>
  <message>
   <location filename="../../inspector/probe/edited.py" />
   <source>{name}/{node_name} has no weights that could be edited.</source>
   <translation>{name}/{node_name} hat keine Gewichte, die sich ändern ließen.</translation>
  </message>
  <message numerus="yes">
   <location filename="../../inspector/probe/edited.py" />
   <source>{name}/{node_name} has {count} units; the edit speaks of unit {unit}.</source>
   <translation>
    <numerusform>{name}/{node_name} hat {count} Einheit; der Eingriff spricht von Einheit {unit}.</numerusform>
    <numerusform>{name}/{node_name} hat {count} Einheiten; der Eingriff spricht von Einheit {unit}.</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <location filename="../../inspector/probe/edited.py" />
   <source>{name}/{node_name} has {count} units; {unit} is none.</source>
   <translation>
    <numerusform>{name}/{node_name} hat {count} Einheit; {unit} ist keine.</numerusform>
    <numerusform>{name}/{node_name} hat {count} Einheiten; {unit} ist keine davon.</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <location filename="../../inspector/probe/edited.py" />
   <source>{name}/{node_name} reads {count} inputs; {columns} is none.</source>
   <translation>
    <numerusform>{name}/{node_name} liest {count} Eingang; {columns} ist keiner.</numerusform>
    <numerusform>{name}/{node_name} liest {count} Eingänge; {columns} ist keiner davon.</numerusform>
   </translation>
  </message>
  <message>
   <location filename="../../inspector/probe/edited.py" />
   <source>{name}/{node} is an attention pattern: it can be looked at, not changed.</source>
   <translation>{name}/{node} ist ein Aufmerksamkeitsmuster: Es lässt sich ansehen, nicht ändern.</translation>
  </message>
  <message>
   <location filename="../../inspector/probe/edits.py" />
   <source> along a direction</source>
   <translation> entlang einer Richtung</translation>
  </message>
  <message>
   <location filename="../../inspector/probe/edits.py" />
   <source> from {units}</source>
   <translation> aus {units}</translation>
  </message>
  <message>
   <location filename="../../inspector/probe/edits.py" />
   <source>A direction of nothing but zeros points nowhere.</source>
   <translation>Eine Richtung aus lauter Nullen zeigt nirgendwohin.</translation>
  </message>
  <message>
   <location filename="../../inspector/probe/edits.py" />
   <source>A kernel written by hand needs its numbers.</source>
   <translation>Ein von Hand geschriebener Kern braucht seine Zahlen.</translation>
  </message>
  <message>
   <location filename="../../inspector/probe/edits.py" />
   <source>An edit needs at least one unit.</source>
   <translation>Ein Eingriff braucht mindestens eine Einheit.</translation>
  </message>
  <message>
   <location filename="../../inspector/probe/edits.py" />
   <source>That is no edit that this program knows: {error}.</source>
   <translation>Das ist kein Eingriff, den dieses Programm kennt: {error}.</translation>
  </message>
  <message>
   <location filename="../../inspector/probe/edits.py" />
   <source>To clamp takes a lower bound below the upper one, not {low:g} to {high:g}.</source>
   <translation>Zum Begrenzen muss die untere Grenze unter der oberen liegen, nicht {low:g} bis {high:g}.</translation>
  </message>
  <message>
   <location filename="../../inspector/probe/edits.py" />
   <source>To replace activations takes values to put in their place.</source>
   <translation>Aktivierungen zu ersetzen braucht Werte, die an ihre Stelle treten.</translation>
  </message>
  <message>
   <location filename="../../inspector/probe/edits.py" />
   <source>clamped to {low:g} … {high:g}</source>
   <translation>begrenzt auf {low:g} … {high:g}</translation>
  </message>
  <message>
   <location filename="../../inspector/probe/edits.py" />
   <source>flipped</source>
   <translation>umgekehrt</translation>
  </message>
  <message>
   <location filename="../../inspector/probe/edits.py" />
   <source>given values</source>
   <translation>gegebene Werte</translation>
  </message>
  <message>
   <location filename="../../inspector/probe/edits.py" />
   <source>negative </source>
   <translation>negative </translation>
  </message>
  <message>
   <location filename="../../inspector/probe/edits.py" />
   <source>positive </source>
   <translation>positive </translation>
  </message>
  <message>
   <location filename="../../inspector/probe/edits.py" />
   <source>set to 0</source>
   <translation>auf 0 gesetzt</translation>
  </message>
  <message>
   <location filename="../../inspector/probe/edits.py" />
   <source>set to {source}</source>
   <translation>gesetzt auf {source}</translation>
  </message>
  <message>
   <location filename="../../inspector/probe/edits.py" />
   <source>written by hand</source>
   <translation>von Hand geschrieben</translation>
  </message>
  <message numerus="yes">
   <location filename="../../inspector/probe/edits.py" />
   <source>{count} weights do not fit {units} units.</source>
   <translation>
    <numerusform>{count} Gewicht passt nicht zu {units} Einheiten.</numerusform>
    <numerusform>{count} Gewichte passen nicht zu {units} Einheiten.</numerusform>
   </translation>
  </message>
  <message>
   <location filename="../../inspector/probe/edits.py" />
   <source>{node}/{unit}: {which}weights{from_} {done}</source>
   <translation>{node}/{unit}: {which}Gewichte{from_} {done}</translation>
  </message>
  <message>
   <location filename="../../inspector/probe/record.py" />
   <source>{name} reads {reads} and no pictures.</source>
   <translation>{name} liest {reads} und keine Bilder.</translation>
  </message>
  <message>
   <location filename="../../inspector/probe/resume.py" />
   <source>{name}/{node} was not computed for this input.</source>
   <translation>{name}/{node} wurde für diese Eingabe nicht berechnet.</translation>
  </message>
  <message>
   <location filename="../../inspector/probe/resume.py" />
   <source>{name}/{read} was not computed for this input.</source>
   <translation>{name}/{read} wurde für diese Eingabe nicht berechnet.</translation>
  </message>
  <message>
   <location filename="../../inspector/saying.py" />
   <source>{first} and {last}</source>
   <translation>{first} und {last}</translation>
  </message>
  <message>
   <location filename="../../inspector/stimuli" />
   <source>0 is an angle, 1 a curve, between them both.</source>
   <translation>0 ist ein Winkel, 1 eine Kurve, dazwischen beides.</translation>
  </message>
  <message>
   <location filename="../../inspector/stimuli" />
   <source>0 is black, 0.5 mid grey, 1 white.</source>
   <translation>0 ist Schwarz, 0.5 Mittelgrau, 1 Weiß.</translation>
  </message>
  <message>
   <location filename="../../inspector/stimuli" />
   <source>0 is black, 0.5 the purest colour, 1 white.</source>
   <translation>0 ist Schwarz, 0.5 die reinste Farbe, 1 Weiß.</translation>
  </message>
  <message>
   <location filename="../../inspector/stimuli" />
   <source>0 is grey, 1 the pure colour.</source>
   <translation>0 ist Grau, 1 die reine Farbe.</translation>
  </message>
  <message>
   <location filename="../../inspector/stimuli" />
   <source>0 is grey, 1 the pure colours.</source>
   <translation>0 ist Grau, 1 sind die reinen Farben.</translation>
  </message>
  <message>
   <location filename="../../inspector/stimuli" />
   <source>0 is plain grey, 1 runs from black to white.</source>
   <translation>0 ist reines Grau, 1 reicht von Schwarz bis Weiß.</translation>
  </message>
  <message>
   <location filename="../../inspector/stimuli" />
   <source>0 is red, 120 green, 240 blue.</source>
   <translation>0 ist Rot, 120 Grün, 240 Blau.</translation>
  </message>
  <message>
   <location filename="../../inspector/stimuli" />
   <source>1 is a white bar on grey, -1 a black one.</source>
   <translation>1 ist ein weißer Balken auf Grau, -1 ein schwarzer.</translation>
  </message>
  <message>
   <location filename="../../inspector/stimuli" />
   <source>1 is a white cross on grey, -1 a black one.</source>
   <translation>1 ist ein weißes Kreuz auf Grau, -1 ein schwarzes.</translation>
  </message>
  <message>
   <location filename="../../inspector/stimuli" />
   <source>1 is a white line on grey, -1 a black one.</source>
   <translation>1 ist eine weiße Linie auf Grau, -1 eine schwarze.</translation>
  </message>
  <message>
   <location filename="../../inspector/stimuli" />
   <source>1 is a white ring on grey, -1 a black one.</source>
   <translation>1 ist ein weißer Ring auf Grau, -1 ein schwarzer.</translation>
  </message>
  <message>
   <location filename="../../inspector/stimuli" />
   <source>1 is a white spot on grey, -1 a black one.</source>
   <translation>1 ist ein weißer Fleck auf Grau, -1 ein schwarzer.</translation>
  </message>
  <message>
   <location filename="../../inspector/stimuli" />
   <source>1 is a white surface on grey, -1 a black one.</source>
   <translation>1 ist eine weiße Fläche auf Grau, -1 eine schwarze.</translation>
  </message>
  <message>
   <location filename="../../inspector/stimuli" />
   <source>1 is as it is, 0 plain grey, -1 its negative.</source>
   <translation>1 ist, wie es ist, 0 reines Grau, -1 sein Negativ.</translation>
  </message>
  <message>
   <location filename="../../inspector/stimuli" />
   <source>1 is black and white with a white check in the middle, -1 with a black one.</source>
   <translation>1 ist schwarz und weiß mit einem weißen Feld in der Mitte, -1 mit einem schwarzen.</translation>
  </message>
  <message>
   <location filename="../../inspector/stimuli" />
   <source>1 is black to white, -1 white to black.</source>
   <translation>1 ist schwarz nach weiß, -1 weiß nach schwarz.</translation>
  </message>
  <message>
   <location filename="../../inspector/stimuli" />
   <source>1 is white dots on grey, -1 black ones.</source>
   <translation>1 sind weiße Punkte auf Grau, -1 schwarze.</translation>
  </message>
  <message>
   <location filename="../../inspector/stimuli" />
   <source>1 is white lines on grey, -1 black ones.</source>
   <translation>1 sind weiße Linien auf Grau, -1 schwarze.</translation>
  </message>
  <message>
   <location filename="../../inspector/stimuli" />
   <source>1 lets the pixel furthest from grey reach black or white.</source>
   <translation>1 lässt den Pixel, der vom Grau am weitesten entfernt ist, Schwarz oder Weiß erreichen.</translation>
  </message>
  <message>
   <location filename="../../inspector/stimuli" />
   <source>A disc in a ring, over the brightness of the one and of the other.</source>
   <translation>Eine Scheibe in einem Ring, über die Helligkeit der einen und des anderen.</translation>
  </message>
  <message>
   <location filename="../../inspector/stimuli" />
   <source>A fine grating beside a coarse one, over the orientation of the boundary and their ratio.</source>
   <translation>Ein feines Gitter neben einem groben, über die Orientierung der Grenze und ihr Verhältnis.</translation>
  </message>
  <message>
   <location filename="../../inspector/stimuli" />
   <source>A line that ends in the middle of the picture, over where it points and where it ends.</source>
   <translation>Eine Linie, die in der Bildmitte endet, darüber, wohin sie zeigt und wo sie endet.</translation>
  </message>
  <message>
   <location filename="../../inspector/stimuli" />
   <source>A picture of yours turned, scaled, shifted, blurred or changed in colour.</source>
   <translation>Ein eigenes Bild, gedreht, skaliert, verschoben, unscharf oder in anderer Farbe.</translation>
  </message>
  <message>
   <location filename="../../inspector/stimuli" />
   <source>A picture, changed</source>
   <translation>Ein Bild, verändert</translation>
  </message>
  <message>
   <location filename="../../inspector/stimuli" />
   <source>A small spot at every place of the picture: the map of a receptive field.</source>
   <translation>Ein kleiner Fleck an jeder Stelle des Bildes: die Karte eines rezeptiven Feldes.</translation>
  </message>
  <message>
   <location filename="../../inspector/stimuli" />
   <source>A straight edge from dark to light through the picture, over its orientation.</source>
   <translation>Eine gerade Kante von dunkel nach hell durch das Bild, über ihre Orientierung.</translation>
  </message>
  <message>
   <location filename="../../inspector/stimuli" />
   <source>A white line, a white disc that ends there, or a line in colour.</source>
   <translation>Eine weiße Linie, eine weiße Scheibe, die dort endet, oder eine Linie in Farbe.</translation>
  </message>
  <message>
   <location filename="../../inspector/stimuli" />
   <source>A written word, over the size of its letters and how far it is turned.</source>
   <translation>Ein geschriebenes Wort, über die Größe seiner Buchstaben und seine Drehung.</translation>
  </message>
  <message>
   <location filename="../../inspector/stimuli" />
   <source>Angle between the two lines.</source>
   <translation>Winkel zwischen den beiden Linien.</translation>
  </message>
  <message>
   <location filename="../../inspector/stimuli" />
   <source>Angle of the corner.</source>
   <translation>Winkel der Ecke.</translation>
  </message>
  <message>
   <location filename="../../inspector/stimuli" />
   <source>Angle of the lines, counter-clockwise from horizontal.</source>
   <translation>Winkel der Linien, gegen den Uhrzeigersinn von der Waagerechten.</translation>
  </message>
  <message>
   <location filename="../../inspector/stimuli" />
   <source>Angles</source>
   <translation>Winkel</translation>
  </message>
  <message>
   <location filename="../../inspector/stimuli" />
   <source>Arcs through the middle of the picture, over their orientation and their radius.</source>
   <translation>Bögen durch die Bildmitte, über ihre Orientierung und ihren Radius.</translation>
  </message>
  <message>
   <location filename="../../inspector/stimuli" />
   <source>At 0 a bright bar runs through the window's middle; growing, the bars drift.</source>
   <translation>Bei 0 läuft ein heller Balken durch die Mitte des Fensters; wachsend wandern die Balken.</translation>
  </message>
  <message>
   <location filename="../../inspector/stimuli" />
   <source>Bars</source>
   <translation>Balken</translation>
  </message>
  <message>
   <location filename="../../inspector/stimuli" />
   <source>Black and white checks over the whole picture, over their orientation and their size.</source>
   <translation>Schwarze und weiße Felder über das ganze Bild, über ihre Orientierung und Größe.</translation>
  </message>
  <message>
   <location filename="../../inspector/stimuli" />
   <source>Centre and surround</source>
   <translation>Mitte und Umgebung</translation>
  </message>
  <message>
   <location filename="../../inspector/stimuli" />
   <source>Checkerboards</source>
   <translation>Schachbretter</translation>
  </message>
  <message>
   <location filename="../../inspector/stimuli" />
   <source>Colour of coloured letters: 0 is red, 120 green, 240 blue.</source>
   <translation>Farbe farbiger Buchstaben: 0 ist Rot, 120 Grün, 240 Blau.</translation>
  </message>
  <message>
   <location filename="../../inspector/stimuli" />
   <source>Colour of the coloured line: 0 is red, 120 green, 240 blue.</source>
   <translation>Farbe der farbigen Linie: 0 ist Rot, 120 Grün, 240 Blau.</translation>
  </message>
  <message>
   <location filename="../../inspector/stimuli" />
   <source>Colour of the letters; coloured ones have the hue's.</source>
   <translation>Farbe der Buchstaben; farbige haben die des Farbtons.</translation>
  </message>
  <message>
   <location filename="../../inspector/stimuli" />
   <source>Contrast of the disc: 1 is white, -1 black.</source>
   <translation>Kontrast der Scheibe: 1 ist weiß, -1 schwarz.</translation>
  </message>
  <message>
   <location filename="../../inspector/stimuli" />
   <source>Contrast of the ring: 1 is white, -1 black.</source>
   <translation>Kontrast des Rings: 1 ist weiß, -1 schwarz.</translation>
  </message>
  <message>
   <location filename="../../inspector/stimuli" />
   <source>Corners</source>
   <translation>Ecken</translation>
  </message>
  <message>
   <location filename="../../inspector/stimuli" />
   <source>Crosses</source>
   <translation>Kreuze</translation>
  </message>
  <message>
   <location filename="../../inspector/stimuli" />
   <source>Curves</source>
   <translation>Kurven</translation>
  </message>
  <message>
   <location filename="../../inspector/stimuli" />
   <source>Cycles of light and dark over the shorter side of the picture.</source>
   <translation>Perioden von hell und dunkel über die kürzere Seite des Bildes.</translation>
  </message>
  <message>
   <location filename="../../inspector/stimuli" />
   <source>Cycles of the fine grating over the shorter side of the picture.</source>
   <translation>Perioden des feinen Gitters über die kürzere Seite des Bildes.</translation>
  </message>
  <message>
   <location filename="../../inspector/stimuli" />
   <source>Dots</source>
   <translation>Punkte</translation>
  </message>
  <message>
   <location filename="../../inspector/stimuli" />
   <source>Edges</source>
   <translation>Kanten</translation>
  </message>
  <message>
   <location filename="../../inspector/stimuli" />
   <source>Equal dots at random places, over their number and their size.</source>
   <translation>Gleiche Punkte an zufälligen Stellen, über ihre Anzahl und Größe.</translation>
  </message>
  <message>
   <location filename="../../inspector/stimuli" />
   <source>Filtered noise</source>
   <translation>Gefiltertes Rauschen</translation>
  </message>
  <message>
   <location filename="../../inspector/stimuli" />
   <source>Gratings</source>
   <translation>Gitter</translation>
  </message>
  <message>
   <location filename="../../inspector/stimuli" />
   <source>High and low frequency</source>
   <translation>Hohe und niedrige Frequenz</translation>
  </message>
  <message>
   <location filename="../../inspector/stimuli" />
   <source>How far all its hues are turned: 120 makes red things green.</source>
   <translation>Wie weit alle Farbtöne gedreht sind: 120 macht Rotes grün.</translation>
  </message>
  <message>
   <location filename="../../inspector/stimuli" />
   <source>How far it is from dark to light.</source>
   <translation>Wie weit es von dunkel nach hell ist.</translation>
  </message>
  <message>
   <location filename="../../inspector/stimuli" />
   <source>How far it is turned about its middle, counter-clockwise.</source>
   <translation>Wie weit es um seine Mitte gedreht ist, gegen den Uhrzeigersinn.</translation>
  </message>
  <message>
   <location filename="../../inspector/stimuli" />
   <source>How far the word is turned, counter-clockwise.</source>
   <translation>Wie weit das Wort gedreht ist, gegen den Uhrzeigersinn.</translation>
  </message>
  <message>
   <location filename="../../inspector/stimuli" />
   <source>How fast amplitude falls with frequency: 0 is white, 1 natural.</source>
   <translation>Wie schnell die Amplitude mit der Frequenz fällt: 0 ist weiß, 1 natürlich.</translation>
  </message>
  <message>
   <location filename="../../inspector/stimuli" />
   <source>How large it is: 1 as it is, 2 twice as large.</source>
   <translation>Wie groß es ist: 1 wie es ist, 2 doppelt so groß.</translation>
  </message>
  <message>
   <location filename="../../inspector/stimuli" />
   <source>How many dots there are.</source>
   <translation>Wie viele Punkte es sind.</translation>
  </message>
  <message>
   <location filename="../../inspector/stimuli" />
   <source>How many times finer the one grating is than the other.</source>
   <translation>Um wie viel feiner das eine Gitter ist als das andere.</translation>
  </message>
  <message>
   <location filename="../../inspector/stimuli" />
   <source>How much of the circle is drawn.</source>
   <translation>Wie viel vom Kreis gezeichnet wird.</translation>
  </message>
  <message>
   <location filename="../../inspector/stimuli" />
   <source>Hue</source>
   <translation>Farbton</translation>
  </message>
  <message>
   <location filename="../../inspector/stimuli" />
   <source>Hue of the one half: 0 is red, 120 green, 240 blue.</source>
   <translation>Farbton der einen Hälfte: 0 ist Rot, 120 Grün, 240 Blau.</translation>
  </message>
  <message>
   <location filename="../../inspector/stimuli" />
   <source>Hue of the other half.</source>
   <translation>Farbton der anderen Hälfte.</translation>
  </message>
  <message>
   <location filename="../../inspector/stimuli" />
   <source>Length of each line.</source>
   <translation>Länge jeder Linie.</translation>
  </message>
  <message>
   <location filename="../../inspector/stimuli" />
   <source>Length of the bar.</source>
   <translation>Länge des Balkens.</translation>
  </message>
  <message>
   <location filename="../../inspector/stimuli" />
   <source>Length of the bars.</source>
   <translation>Länge der Balken.</translation>
  </message>
  <message>
   <location filename="../../inspector/stimuli" />
   <source>Light or dark rings on grey, over their radius and the width of their line.</source>
   <translation>Helle oder dunkle Ringe auf Grau, über ihren Radius und ihre Strichbreite.</translation>
  </message>
  <message>
   <location filename="../../inspector/stimuli" />
   <source>Light or dark spots on grey, over their radius: whether more of the same still helps.</source>
   <translation>Helle oder dunkle Flecken auf Grau, über ihren Radius: ob mehr davon noch hilft.</translation>
  </message>
  <message>
   <location filename="../../inspector/stimuli" />
   <source>Line endings</source>
   <translation>Linienenden</translation>
  </message>
  <message>
   <location filename="../../inspector/stimuli" />
   <source>One light or dark bar, over its orientation and its width.</source>
   <translation>Ein heller oder dunkler Balken, über seine Orientierung und Breite.</translation>
  </message>
  <message>
   <location filename="../../inspector/stimuli" />
   <source>One plain colour over the picture or a disc in its middle, over hue and saturation.</source>
   <translation>Eine reine Farbe über das Bild oder eine Scheibe in seiner Mitte, über Farbton und Sättigung.</translation>
  </message>
  <message>
   <location filename="../../inspector/stimuli" />
   <source>One plain grey over the whole picture, from black to white.</source>
   <translation>Ein reines Grau über das ganze Bild, von Schwarz bis Weiß.</translation>
  </message>
  <message>
   <location filename="../../inspector/stimuli" />
   <source>Position</source>
   <translation>Position</translation>
  </message>
  <message>
   <location filename="../../inspector/stimuli" />
   <source>Radius of each dot.</source>
   <translation>Radius jedes Punkts.</translation>
  </message>
  <message>
   <location filename="../../inspector/stimuli" />
   <source>Radius of the circle it is part of.</source>
   <translation>Radius des Kreises, zu dem er gehört.</translation>
  </message>
  <message>
   <location filename="../../inspector/stimuli" />
   <source>Radius of the disc.</source>
   <translation>Radius der Scheibe.</translation>
  </message>
  <message>
   <location filename="../../inspector/stimuli" />
   <source>Radius of the disc; the default covers the picture.</source>
   <translation>Radius der Scheibe; die Vorgabe bedeckt das Bild.</translation>
  </message>
  <message>
   <location filename="../../inspector/stimuli" />
   <source>Radius of the ring.</source>
   <translation>Radius des Rings.</translation>
  </message>
  <message>
   <location filename="../../inspector/stimuli" />
   <source>Radius of the round window.</source>
   <translation>Radius des runden Fensters.</translation>
  </message>
  <message>
   <location filename="../../inspector/stimuli" />
   <source>Radius of the spot.</source>
   <translation>Radius des Flecks.</translation>
  </message>
  <message>
   <location filename="../../inspector/stimuli" />
   <source>Radius that rounds the tip; 0 is sharp.</source>
   <translation>Radius, der die Spitze rundet; 0 ist scharf.</translation>
  </message>
  <message>
   <location filename="../../inspector/stimuli" />
   <source>Random texture, over the orientation of its streaks and how fast its spectrum falls.</source>
   <translation>Zufällige Textur, über die Orientierung ihrer Streifen und den Abfall ihres Spektrums.</translation>
  </message>
  <message>
   <location filename="../../inspector/stimuli" />
   <source>Range of orientations, full width at half height; 180 holds all alike.</source>
   <translation>Bereich der Orientierungen, volle Breite auf halber Höhe; 180 enthält alle gleich.</translation>
  </message>
  <message>
   <location filename="../../inspector/stimuli" />
   <source>Rings</source>
   <translation>Ringe</translation>
  </message>
  <message>
   <location filename="../../inspector/stimuli" />
   <source>Shift from the middle of the picture, to the right.</source>
   <translation>Verschiebung aus der Bildmitte nach rechts.</translation>
  </message>
  <message>
   <location filename="../../inspector/stimuli" />
   <source>Shift from the middle of the picture, up.</source>
   <translation>Verschiebung aus der Bildmitte nach oben.</translation>
  </message>
  <message>
   <location filename="../../inspector/stimuli" />
   <source>Shift of the edge towards its light side.</source>
   <translation>Verschiebung der Kante zu ihrer hellen Seite.</translation>
  </message>
  <message>
   <location filename="../../inspector/stimuli" />
   <source>Side of one check.</source>
   <translation>Seite eines Feldes.</translation>
  </message>
  <message>
   <location filename="../../inspector/stimuli" />
   <source>Sine gratings in a soft round window, over orientation, spatial frequency and phase.</source>
   <translation>Sinusgitter in einem weichen runden Fenster, über Orientierung, Ortsfrequenz und Phase.</translation>
  </message>
  <message>
   <location filename="../../inspector/stimuli" />
   <source>Size of the letters (the font's em).</source>
   <translation>Größe der Buchstaben (das em der Schrift).</translation>
  </message>
  <message>
   <location filename="../../inspector/stimuli" />
   <source>Spots</source>
   <translation>Flecken</translation>
  </message>
  <message>
   <location filename="../../inspector/stimuli" />
   <source>Standard deviation of a Gaussian blur.</source>
   <translation>Standardabweichung einer Gauß-Unschärfe.</translation>
  </message>
  <message>
   <location filename="../../inspector/stimuli" />
   <source>The corner of a plain surface, over orientation and opening, sharp or round.</source>
   <translation>Die Ecke einer glatten Fläche, über Orientierung und Öffnung, scharf oder rund.</translation>
  </message>
  <message>
   <location filename="../../inspector/stimuli" />
   <source>Two bars that cross at right angles, over their orientation and their width.</source>
   <translation>Zwei Balken, die sich rechtwinklig kreuzen, über ihre Orientierung und Breite.</translation>
  </message>
  <message>
   <location filename="../../inspector/stimuli" />
   <source>Two colours side by side, the hue of the one over the hue of the other.</source>
   <translation>Zwei Farben nebeneinander, der Farbton der einen über dem der anderen.</translation>
  </message>
  <message>
   <location filename="../../inspector/stimuli" />
   <source>Two lines that meet in the middle of the picture, over orientation and opening, or bent round.</source>
   <translation>Zwei Linien, die sich in der Bildmitte treffen, über Orientierung und Öffnung, oder rund gebogen.</translation>
  </message>
  <message>
   <location filename="../../inspector/stimuli" />
   <source>Where it ends, along the line from the middle.</source>
   <translation>Wo sie endet, entlang der Linie von der Mitte aus.</translation>
  </message>
  <message>
   <location filename="../../inspector/stimuli" />
   <source>Which of the random patterns; the same number makes the same one.</source>
   <translation>Welches der Zufallsmuster; dieselbe Zahl macht dasselbe.</translation>
  </message>
  <message>
   <location filename="../../inspector/stimuli" />
   <source>Width of its line.</source>
   <translation>Breite seiner Linie.</translation>
  </message>
  <message>
   <location filename="../../inspector/stimuli" />
   <source>Width of the bar.</source>
   <translation>Breite des Balkens.</translation>
  </message>
  <message>
   <location filename="../../inspector/stimuli" />
   <source>Width of the bars.</source>
   <translation>Breite der Balken.</translation>
  </message>
  <message>
   <location filename="../../inspector/stimuli" />
   <source>Width of the line.</source>
   <translation>Breite der Linie.</translation>
  </message>
  <message>
   <location filename="../../inspector/stimuli" />
   <source>Width of the lines.</source>
   <translation>Breite der Linien.</translation>
  </message>
  <message>
   <location filename="../../inspector/stimuli" />
   <source>Width of the ring around it.</source>
   <translation>Breite des Rings um sie.</translation>
  </message>
  <message>
   <location filename="../../inspector/stimuli" />
   <source>Written words</source>
   <translation>Geschriebene Wörter</translation>
  </message>
  <message>
   <location filename="../../inspector/stimuli" />
   <source>arc</source>
   <translation>Bogen</translation>
  </message>
  <message>
   <location filename="../../inspector/stimuli" />
   <source>bandwidth</source>
   <translation>Bandbreite</translation>
  </message>
  <message>
   <location filename="../../inspector/stimuli" />
   <source>blur</source>
   <translation>Unschärfe</translation>
  </message>
  <message>
   <location filename="../../inspector/stimuli" />
   <source>check</source>
   <translation>Feld</translation>
  </message>
  <message>
   <location filename="../../inspector/stimuli" />
   <source>coloured</source>
   <translation>farbig</translation>
  </message>
  <message>
   <location filename="../../inspector/stimuli" />
   <source>contrast</source>
   <translation>Kontrast</translation>
  </message>
  <message>
   <location filename="../../inspector/stimuli" />
   <source>end</source>
   <translation>Ende</translation>
  </message>
  <message>
   <location filename="../../inspector/stimuli" />
   <source>fill</source>
   <translation>Füllung</translation>
  </message>
  <message>
   <location filename="../../inspector/stimuli" />
   <source>filled</source>
   <translation>gefüllt</translation>
  </message>
  <message>
   <location filename="../../inspector/stimuli" />
   <source>first</source>
   <translation>erster</translation>
  </message>
  <message>
   <location filename="../../inspector/stimuli" />
   <source>frequency</source>
   <translation>Frequenz</translation>
  </message>
  <message>
   <location filename="../../inspector/stimuli" />
   <source>hue</source>
   <translation>Farbton</translation>
  </message>
  <message>
   <location filename="../../inspector/stimuli" />
   <source>hue shift</source>
   <translation>Farbdrehung</translation>
  </message>
  <message>
   <location filename="../../inspector/stimuli" />
   <source>length</source>
   <translation>Länge</translation>
  </message>
  <message>
   <location filename="../../inspector/stimuli" />
   <source>lightness</source>
   <translation>Helligkeit</translation>
  </message>
  <message>
   <location filename="../../inspector/stimuli" />
   <source>number</source>
   <translation>Anzahl</translation>
  </message>
  <message>
   <location filename="../../inspector/stimuli" />
   <source>offset</source>
   <translation>Versatz</translation>
  </message>
  <message>
   <location filename="../../inspector/stimuli" />
   <source>opening</source>
   <translation>Öffnung</translation>
  </message>
  <message>
   <location filename="../../inspector/stimuli" />
   <source>orientation</source>
   <translation>Orientierung</translation>
  </message>
  <message>
   <location filename="../../inspector/stimuli" />
   <source>outline</source>
   <translation>Umriss</translation>
  </message>
  <message>
   <location filename="../../inspector/stimuli" />
   <source>phase</source>
   <translation>Phase</translation>
  </message>
  <message>
   <location filename="../../inspector/stimuli" />
   <source>radius</source>
   <translation>Radius</translation>
  </message>
  <message>
   <location filename="../../inspector/stimuli" />
   <source>ratio</source>
   <translation>Verhältnis</translation>
  </message>
  <message>
   <location filename="../../inspector/stimuli" />
   <source>ring</source>
   <translation>Ring</translation>
  </message>
  <message>
   <location filename="../../inspector/stimuli" />
   <source>rotation</source>
   <translation>Drehung</translation>
  </message>
  <message>
   <location filename="../../inspector/stimuli" />
   <source>roundness</source>
   <translation>Rundung</translation>
  </message>
  <message>
   <location filename="../../inspector/stimuli" />
   <source>saturation</source>
   <translation>Sättigung</translation>
  </message>
  <message>
   <location filename="../../inspector/stimuli" />
   <source>scale</source>
   <translation>Maßstab</translation>
  </message>
  <message>
   <location filename="../../inspector/stimuli" />
   <source>seed</source>
   <translation>Startzahl</translation>
  </message>
  <message>
   <location filename="../../inspector/stimuli" />
   <source>shift right</source>
   <translation>Schub rechts</translation>
  </message>
  <message>
   <location filename="../../inspector/stimuli" />
   <source>shift up</source>
   <translation>Schub oben</translation>
  </message>
  <message>
   <location filename="../../inspector/stimuli" />
   <source>size</source>
   <translation>Größe</translation>
  </message>
  <message>
   <location filename="../../inspector/stimuli" />
   <source>slope</source>
   <translation>Abfall</translation>
  </message>
  <message>
   <location filename="../../inspector/stimuli" />
   <source>surround</source>
   <translation>Umgebung</translation>
  </message>
  <message>
   <location filename="../../inspector/stimuli" />
   <source>width</source>
   <translation>Breite</translation>
  </message>
  <message>
   <location filename="../../inspector/stimuli" />
   <source>x</source>
   <translation>x</translation>
  </message>
  <message>
   <location filename="../../inspector/stimuli" />
   <source>y</source>
   <translation>y</translation>
  </message>
  <message>
   <location filename="../../inspector/stimuli/custom.py" />
   <source>, line {lineno}</source>
   <translation>, Zeile {lineno}</translation>
  </message>
  <message>
   <location filename="../../inspector/stimuli/custom.py" />
   <source>what axes_for of {name} returns are not all axes (Axis).</source>
   <translation>was axes_for von {name} zurückgibt, sind nicht alles Achsen (Axis).</translation>
  </message>
  <message>
   <location filename="../../inspector/stimuli/custom.py" />
   <source>{name} has no family: no class in it is derived from Family.</source>
   <translation>{name} hat keine Familie: Keine Klasse darin ist von Family abgeleitet.</translation>
  </message>
  <message>
   <location filename="../../inspector/stimuli/custom.py" />
   <source>{name} is no Python file (.py) that can be read.</source>
   <translation>{name} ist keine Python-Datei (.py), die sich lesen lässt.</translation>
  </message>
  <message>
   <location filename="../../inspector/stimuli/custom.py" />
   <source>{name}, line {lineno}: {msg}.</source>
   <translation>{name}, Zeile {lineno}: {msg}.</translation>
  </message>
  <message>
   <location filename="../../inspector/stimuli/custom.py" />
   <source>{name}: the family {cls__name} lacks its {lacking}.</source>
   <translation>{name}: Der Familie {cls__name} fehlt {lacking}.</translation>
  </message>
  <message>
   <location filename="../../inspector/stimuli/custom.py" />
   <source>{name}: the family {family} lacks the method {lacking}.</source>
   <translation>{name}: Der Familie {family} fehlt die Methode {lacking}.</translation>
  </message>
  <message>
   <location filename="../../inspector/stimuli/custom.py" />
   <source>{name}: there is a family “{one_name}” already; give yours another name.</source>
   <translation>{name}: Eine Familie „{one_name}“ gibt es schon; der eigenen einen anderen Namen geben.</translation>
  </message>
  <message>
   <location filename="../../inspector/stimuli/custom.py" />
   <source>{name}: {family} draws values that are no numbers.</source>
   <translation>{name}: {family} zeichnet Werte, die keine Zahlen sind.</translation>
  </message>
  <message>
   <location filename="../../inspector/stimuli/custom.py" />
   <source>{name}: {one_name} varies “{unknown}”, which is none of its axes.</source>
   <translation>{name}: {one_name} variiert „{unknown}“, was keine ihrer Achsen ist.</translation>
  </message>
  <message>
   <location filename="../../inspector/stimuli/family.py" />
   <source>There is no stimulus family “{name}”; there are {families}.</source>
   <translation>Es gibt keine Reizfamilie „{name}“; es gibt {families}.</translation>
  </message>
  <message>
   <location filename="../../inspector/stimuli/family.py" />
   <source>{name} draws {form} numbers, not {count} x 3 x {width} x {height}.</source>
   <translation>{name} zeichnet {form} Zahlen, nicht {count} x 3 x {width} x {height}.</translation>
  </message>
  <message>
   <location filename="../../inspector/stimuli/lettering.py" />
   <source>The font has no letter for {named}: write “{text}” without it.</source>
   <translation>Die Schrift hat keinen Buchstaben für {named}: „{text}“ ohne ihn schreiben.</translation>
  </message>
  <message>
   <location filename="../../inspector/stimuli/lettering.py" />
   <source>The text is {count} letters long; at most {longest} are written.</source>
   <translation>Der Text ist {count} Buchstaben lang; höchstens {longest} werden geschrieben.</translation>
  </message>
  <message>
   <location filename="../../inspector/stimuli/lettering.py" />
   <source>There is no text to write: type a word.</source>
   <translation>Es gibt keinen Text zu schreiben: ein Wort eingeben.</translation>
  </message>
  <message>
   <location filename="../../inspector/stimuli/overlay.py" />
   <source>There is no colour “{name}”: write a name as red, or #rrggbb.</source>
   <translation>Es gibt keine Farbe „{name}“: einen Namen wie red schreiben, oder #rrggbb.</translation>
  </message>
  <message>
   <location filename="../../inspector/stimuli/sampling.py" />
   <source>The axis {name} has no values to vary over.</source>
   <translation>Die Achse {name} hat keine Werte, über die sie variieren könnte.</translation>
  </message>
  <message>
   <location filename="../../inspector/stimuli/sampling.py" />
   <source>The values of {name} must be finite numbers.</source>
   <translation>Die Werte von {name} müssen endliche Zahlen sein.</translation>
  </message>
  <message>
   <location filename="../../inspector/stimuli/sampling.py" />
   <source>The values of {name} must be numbers.</source>
   <translation>Die Werte von {name} müssen Zahlen sein.</translation>
  </message>
  <message>
   <location filename="../../inspector/stimuli/sampling.py" />
   <source>The values of {name} must rise from the first to the last.</source>
   <translation>Die Werte von {name} müssen vom ersten zum letzten steigen.</translation>
  </message>
  <message>
   <location filename="../../inspector/stimuli/sampling.py" />
   <source>{form} makes {total:,} stimuli; at most {most_stimuli:,} are measured at once.</source>
   <translation>{form} ergibt {total:,} Reize; höchstens {most_stimuli:,} werden auf einmal gemessen.</translation>
  </message>
  <message>
   <location filename="../../inspector/stimuli/sampling.py" />
   <source>{name} = {outside:g} lies outside of {minimum:g} to {maximum:g}{what}.</source>
   <translation>{name} = {outside:g} liegt außerhalb von {minimum:g} bis {maximum:g}{what}.</translation>
  </message>
  <message>
   <location filename="../../inspector/stimuli/sampling.py" />
   <source>{name} is one of {numbered}; it has nothing between them.</source>
   <translation>{name} ist eines von {numbered}; dazwischen gibt es nichts.</translation>
  </message>
  <message>
   <location filename="../../inspector/stimuli/words.py" />
   <source>Written words need a text, not a picture: type a word.</source>
   <translation>Geschriebene Wörter brauchen einen Text, kein Bild: ein Wort eingeben.</translation>
  </message>
  <message>
   <location filename="../../inspector/workspace/blind.py" />
   <source>There are {count} classes; {answer} is none.</source>
   <translation>Es gibt {count} Klassen; {answer} ist keine davon.</translation>
  </message>
  <message>
   <location filename="../../inspector/workspace/blind.py" />
   <source>Two to {most_classes} classes are needed, separated by commas.</source>
   <translation>Nötig sind zwei bis {most_classes} Klassen, durch Kommas getrennt.</translation>
  </message>
  <message>
   <location filename="../../inspector/workspace/blinds.py" />
   <source>The labels in {file} could not be read</source>
   <translation>Die Bezeichnungen in {file} ließen sich nicht lesen</translation>
  </message>
  <message>
   <location filename="../../inspector/workspace/blinds.py" />
   <source>a newer version of the program wrote them; update the program</source>
   <translation>eine neuere Version des Programms schrieb sie; das Programm aktualisieren</translation>
  </message>
  <message>
   <location filename="../../inspector/workspace/checkpoints.py" />
   <source>What was kept to go on from cannot be read: {error}.</source>
   <translation>Was zum Weitermachen behalten wurde, lässt sich nicht lesen: {error}.</translation>
  </message>
  <message>
   <location filename="../../inspector/workspace/circuits.py" />
   <source>The circuit {name} could not be deleted</source>
   <translation>Der Schaltkreis {name} ließ sich nicht löschen</translation>
  </message>
  <message>
   <location filename="../../inspector/workspace/circuits.py" />
   <source>The circuit {name} could not be kept in {folder}</source>
   <translation>Der Schaltkreis {name} ließ sich nicht in {folder} behalten</translation>
  </message>
  <message>
   <location filename="../../inspector/workspace/circuits.py" />
   <source>{path} cannot be read</source>
   <translation>{path} lässt sich nicht lesen</translation>
  </message>
  <message>
   <location filename="../../inspector/workspace/circuits.py" />
   <source>{path} is no circuit of ours.</source>
   <translation>{path} ist kein Schaltkreis von uns.</translation>
  </message>
  <message>
   <location filename="../../inspector/workspace/database.py" />
   <source>The workspace's index {path} was damaged: it was moved to {name} and made again from the kept pictures.</source>
   <translation>Der Index des Arbeitsbereichs {path} war beschädigt: Er wurde nach {name} verschoben und aus den behaltenen Bildern neu gemacht.</translation>
  </message>
  <message>
   <location filename="../../inspector/workspace/errors.py" />
   <source>No space left on device</source>
   <translation>Auf dem Gerät ist kein Platz mehr</translation>
  </message>
  <message>
   <location filename="../../inspector/workspace/errors.py" />
   <source>another window is writing to it</source>
   <translation>ein anderes Fenster schreibt gerade hinein</translation>
  </message>
  <message>
   <location filename="../../inspector/workspace/errors.py" />
   <source>it may not be written</source>
   <translation>er darf nicht beschrieben werden</translation>
  </message>
  <message>
   <location filename="../../inspector/workspace/facets.py" />
   <source>There is no facet “{name}” of this network; facets: {there}.</source>
   <translation>Eine Facette „{name}“ gibt es für dieses Netz nicht; Facetten: {there}.</translation>
  </message>
  <message>
   <location filename="../../inspector/workspace/facets.py" />
   <source>none is trained yet</source>
   <translation>noch ist keine trainiert</translation>
  </message>
  <message>
   <location filename="../../inspector/workspace/facets.py" />
   <source>{parent} cannot be made: {reason}.</source>
   <translation>{parent} lässt sich nicht anlegen: {reason}.</translation>
  </message>
  <message>
   <location filename="../../inspector/workspace/facets.py" />
   <source>{path} does not read: {error}.</source>
   <translation>{path} lässt sich nicht lesen: {error}.</translation>
  </message>
  <message numerus="yes">
   <location filename="../../inspector/workspace/features.py" />
   <source>{count} pictures cannot be shared out among {units} units.</source>
   <translation>
    <numerusform>{count} Bild lässt sich nicht auf {units} Einheiten verteilen.</numerusform>
    <numerusform>{count} Bilder lassen sich nicht auf {units} Einheiten verteilen.</numerusform>
   </translation>
  </message>
  <message>
   <location filename="../../inspector/workspace/features.py" />
   <source>{place}: what is kept of it was kept by another version: {error}.</source>
   <translation>{place}: Was davon behalten ist, hat eine andere Version behalten: {error}.</translation>
  </message>
  <message>
   <location filename="../../inspector/workspace/finding.py" />
   <source>{location}: a recipe's keys and its pictures' must differ.</source>
   <translation>{location}: Die Schlüssel eines Rezepts und die seiner Bilder müssen sich unterscheiden.</translation>
  </message>
  <message>
   <location filename="../../inspector/workspace/finding.py" />
   <source>{location}: arrays to keep hold numbers only.</source>
   <translation>{location}: Zu behaltende Arrays enthalten nur Zahlen.</translation>
  </message>
  <message>
   <location filename="../../inspector/workspace/finding.py" />
   <source>{location}: pictures to keep are uint8 [n, H, W, 3], not {dtype} {shape}.</source>
   <translation>{location}: Zu behaltende Bilder sind uint8 [n, H, W, 3], nicht {dtype} {shape}.</translation>
  </message>
  <message>
   <location filename="../../inspector/workspace/finding.py" />
   <source>{location}: {count} texts for {pictures} pictures.</source>
   <translation>{location}: {count} Texte für {pictures} Bilder.</translation>
  </message>
  <message>
   <location filename="../../inspector/workspace/finding_files.py" />
   <source>{picture} or a file beside it is damaged.</source>
   <translation>{picture} oder eine Datei daneben ist beschädigt.</translation>
  </message>
  <message>
   <location filename="../../inspector/workspace/findings.py" />
   <source>The lost picture of {address} was forgotten.</source>
   <translation>Das verlorene Bild von {address} wurde vergessen.</translation>
  </message>
  <message>
   <location filename="../../inspector/workspace/findings.py" />
   <source>The workspace {folder} cannot be read</source>
   <translation>Der Arbeitsbereich {folder} lässt sich nicht lesen</translation>
  </message>
  <message>
   <location filename="../../inspector/workspace/findings.py" />
   <source>The workspace {folder} cannot be repaired</source>
   <translation>Der Arbeitsbereich {folder} lässt sich nicht reparieren</translation>
  </message>
  <message>
   <location filename="../../inspector/workspace/findings.py" />
   <source>The workspace {folder} cannot be written</source>
   <translation>Der Arbeitsbereich {folder} lässt sich nicht schreiben</translation>
  </message>
  <message>
   <location filename="../../inspector/workspace/findings.py" />
   <source>{location} cannot be read from {folder}</source>
   <translation>{location} lässt sich nicht aus {folder} lesen</translation>
  </message>
  <message>
   <location filename="../../inspector/workspace/findings.py" />
   <source>{location} is kept in {folder}, but not the state to go on from</source>
   <translation>{location} ist in {folder} behalten, aber nicht der Zustand zum Weitermachen</translation>
  </message>
  <message>
   <location filename="../../inspector/workspace/findings.py" />
   <source>{names} could not be kept in {folder}</source>
   <translation>{names} ließ sich nicht in {folder} behalten</translation>
  </message>
  <message>
   <location filename="../../inspector/workspace/findings.py" />
   <source>{path} belonged to nothing and was deleted.</source>
   <translation>{path} gehörte zu nichts und wurde gelöscht.</translation>
  </message>
  <message>
   <location filename="../../inspector/workspace/lock.py" />
   <source>another window holds {path}</source>
   <translation>ein anderes Fenster hält {path}</translation>
  </message>
  <message>
   <location filename="../../inspector/workspace/recipe.py" />
   <source>A recipe holds what cannot be written down: {error}.</source>
   <translation>Ein Rezept enthält, was sich nicht aufschreiben lässt: {error}.</translation>
  </message>
  <message>
   <location filename="../../inspector/workspace/said.py" />
   <source>The {kind} could not be kept</source>
   <translation>„{kind}“ ließ sich nicht behalten</translation>
  </message>
  <message>
   <location filename="../../inspector/workspace/said.py" />
   <source>The {kind} in {file} could not be read</source>
   <translation>„{kind}“ in {file} ließ sich nicht lesen</translation>
  </message>
  <message>
   <location filename="../../inspector/workspace/said.py" />
   <source>The {kind} of this network were damaged: see {name}.</source>
   <translation>„{kind}“ dieses Netzes war beschädigt: siehe {name}.</translation>
  </message>
  <message>
   <location filename="../../inspector/workspace/said.py" />
   <source>{file} was written by a newer version of the program: update the program.</source>
   <translation>{file} wurde von einer neueren Version des Programms geschrieben: das Programm aktualisieren.</translation>
  </message>
  <message>
   <location filename="../../inspector/workspace/scan_export.py" />
   <source>Writing {address}/{unit}</source>
   <translation>Schreibe {address}/{unit}</translation>
  </message>
  <message>
   <location filename="../../inspector/workspace/scan_export.py" />
   <source>{folder} cannot be written</source>
   <translation>{folder} lässt sich nicht schreiben</translation>
  </message>
  <message>
   <location filename="../../inspector/workspace/scan_files.py" />
   <source>The scan in {folder} is damaged: scan again to replace it.</source>
   <translation>Die Durchmusterung in {folder} ist beschädigt: noch einmal durchmustern, um sie zu ersetzen.</translation>
  </message>
  <message>
   <location filename="../../inspector/workspace/scan_files.py" />
   <source>{node} is not in this scan: scan it first.</source>
   <translation>{node} ist nicht in dieser Durchmusterung: erst durchmustern.</translation>
  </message>
  <message>
   <location filename="../../inspector/workspace/scan_files.py" />
   <source>{path} is damaged: scan again to replace it.</source>
   <translation>{path} ist beschädigt: noch einmal durchmustern, um es zu ersetzen.</translation>
  </message>
  <message>
   <location filename="../../inspector/workspace/scan_merge.py" />
   <source>Of the scan of {title}, part {missing} of {totals} is missing.</source>
   <translation>Von der Durchmusterung von {title} fehlt Teil {missing} von {totals}.</translation>
  </message>
  <message>
   <location filename="../../inspector/workspace/scan_merge.py" />
   <source>The merged scan cannot be kept in {target}</source>
   <translation>Die zusammengeführte Durchmusterung lässt sich nicht in {target} behalten</translation>
  </message>
  <message>
   <location filename="../../inspector/workspace/scan_merge.py" />
   <source>There are no parts of scans in {folders}.</source>
   <translation>In {folders} gibt es keine Teile von Durchmusterungen.</translation>
  </message>
  <message>
   <location filename="../../inspector/workspace/scan_merge.py" />
   <source>{folder} is damaged: scan this part again.</source>
   <translation>{folder} ist beschädigt: diesen Teil noch einmal durchmustern.</translation>
  </message>
  <message>
   <location filename="../../inspector/workspace/scan_merge.py" />
   <source>{folder} is one of {parts} parts; another of the same scan is not.</source>
   <translation>{folder} ist einer von {parts} Teilen; ein anderer derselben Durchmusterung ist es nicht.</translation>
  </message>
  <message>
   <location filename="../../inspector/workspace/scan_pictures.py" />
   <source>{folder} or a file beside it is damaged: scan again.</source>
   <translation>{folder} oder eine Datei daneben ist beschädigt: noch einmal durchmustern.</translation>
  </message>
  <message>
   <location filename="../../inspector/workspace/scan_reading.py" />
   <source>There is no scan {key} in {folder}, or it is damaged: scan again.</source>
   <translation>In {folder} gibt es keine Durchmusterung {key}, oder sie ist beschädigt: noch einmal durchmustern.</translation>
  </message>
  <message numerus="yes">
   <location filename="../../inspector/workspace/scan_reading.py" />
   <source>{node} has {count} units, 0 to {last}; {unit} is none.</source>
   <translation>
    <numerusform>{node} hat {count} Einheit, {last}; {unit} ist keine.</numerusform>
    <numerusform>{node} hat {count} Einheiten, 0 bis {last}; {unit} ist keine davon.</numerusform>
   </translation>
  </message>
  <message>
   <location filename="../../inspector/workspace/scan_reading.py" />
   <source>“{label}” is no class of {title}; its classes are {some} ...</source>
   <translation>„{label}“ ist keine Klasse von {title}; die Klassen sind {some} ...</translation>
  </message>
  <message>
   <location filename="../../inspector/workspace/scan_run.py" />
   <source>Another window is scanning the same pictures with this network.</source>
   <translation>Ein anderes Fenster durchmustert gerade dieselben Bilder mit diesem Netz.</translation>
  </message>
  <message>
   <location filename="../../inspector/workspace/scan_run.py" />
   <source>Pictures have changed since the scan was left: it begins anew.</source>
   <translation>Bilder haben sich geändert, seit die Durchmusterung verlassen wurde: Sie beginnt von vorn.</translation>
  </message>
  <message>
   <location filename="../../inspector/workspace/scan_run.py" />
   <source>The scan cannot be kept in {final}</source>
   <translation>Die Durchmusterung lässt sich nicht in {final} behalten</translation>
  </message>
  <message>
   <location filename="../../inspector/workspace/scan_run.py" />
   <source>The scan cannot be kept in {parent}</source>
   <translation>Die Durchmusterung lässt sich nicht in {parent} behalten</translation>
  </message>
  <message>
   <location filename="../../inspector/workspace/scan_run.py" />
   <source>What the scan would go on from is damaged: it begins anew.</source>
   <translation>Woran die Durchmusterung anknüpfen sollte, ist beschädigt: Sie beginnt von vorn.</translation>
  </message>
  <message numerus="yes">
   <location filename="../../inspector/workspace/scan_run.py" />
   <source>{count} pictures made values that are no numbers; they count as 0.</source>
   <translation>
    <numerusform>{count} Bild ergab Werte, die keine Zahlen sind; sie zählen als 0.</numerusform>
    <numerusform>{count} Bilder ergaben Werte, die keine Zahlen sind; sie zählen als 0.</numerusform>
   </translation>
  </message>
  <message>
   <location filename="../../inspector/workspace/scan_shards.py" />
   <source>A shard of the scan cannot be kept in {folder}</source>
   <translation>Ein Teilstück der Durchmusterung lässt sich nicht in {folder} behalten</translation>
  </message>
  <message>
   <location filename="../../inspector/workspace/scan_shards.py" />
   <source>Of the scan, shard {number} of {total} is missing.</source>
   <translation>Von der Durchmusterung fehlt Teilstück {number} von {total}.</translation>
  </message>
  <message>
   <location filename="../../inspector/workspace/scan_shards.py" />
   <source>Pictures have changed while they were scanned: run the same again.</source>
   <translation>Bilder haben sich geändert, während sie durchmustert wurden: dasselbe noch einmal ausführen.</translation>
  </message>
  <message>
   <location filename="../../inspector/workspace/scan_shards.py" />
   <source>The scan cannot be kept in {workspace}</source>
   <translation>Die Durchmusterung lässt sich nicht in {workspace} behalten</translation>
  </message>
  <message>
   <location filename="../../inspector/workspace/scan_shards.py" />
   <source>{path} was damaged: run the same again.</source>
   <translation>{path} war beschädigt: dasselbe noch einmal laufen lassen.</translation>
  </message>
  <message>
   <location filename="../../inspector/workspace/scan_thumbnails.py" />
   <source>{path} is damaged.</source>
   <translation>{path} ist beschädigt.</translation>
  </message>
  <message>
   <location filename="../../inspector/workspace/scan_thumbnails.py" />
   <source>{source} cannot be read: {reason}.</source>
   <translation>{source} lässt sich nicht lesen: {reason}.</translation>
  </message>
  <message>
   <location filename="../../inspector/workspace/scans.py" />
   <source>A damaged scan was deleted: {error}</source>
   <translation>Eine beschädigte Durchmusterung wurde gelöscht: {error}</translation>
  </message>
  <message>
   <location filename="../../inspector/workspace/scans.py" />
   <source>The lost scan of {title} with {network} was forgotten.</source>
   <translation>Die verlorene Durchmusterung von {title} mit {network} wurde vergessen.</translation>
  </message>
  <message>
   <location filename="../../inspector/workspace/scans.py" />
   <source>The scan is kept in {folder}, but not listed</source>
   <translation>Die Durchmusterung ist in {folder} behalten, aber nicht verzeichnet</translation>
  </message>
  <message>
   <location filename="../../inspector/workspace/scans.py" />
   <source>The scan of {title} with {network} was found again.</source>
   <translation>Die Durchmusterung von {title} mit {network} wurde wiedergefunden.</translation>
  </message>
  <message>
   <location filename="../../inspector/workspace/schema.py" />
   <source>The workspace was written by a newer version of the program (schema {before}, this one knows {latest}): update the program.</source>
   <translation>Der Arbeitsbereich wurde von einer neueren Version des Programms geschrieben (Schema {before}, diese kennt {latest}): das Programm aktualisieren.</translation>
  </message>
  <message>
   <location filename="../../inspector/workspace/suggested.py" />
   <source>Suggested. {source}</source>
   <translation>Vorgeschlagen. {source}</translation>
  </message>
  <message>
   <location filename="../../inspector/workspace/taxonomies.py" />
   <source>The notes in {file} could not be read</source>
   <translation>Die Notizen in {file} ließen sich nicht lesen</translation>
  </message>
  <message>
   <location filename="../../inspector/workspace/taxonomies.py" />
   <source>The notes on this network were damaged: they were moved to {name}.</source>
   <translation>Die Notizen zu diesem Netz waren beschädigt: Sie wurden nach {name} verschoben.</translation>
  </message>
  <message>
   <location filename="../../inspector/workspace/taxonomy.py" />
   <source>Other units</source>
   <translation>Übrige Einheiten</translation>
  </message>
  <message>
   <location filename="../../inspector/workspace/taxonomy_json.py" />
   <source>The network has no {place}.</source>
   <translation>Das Netz hat kein {place}.</translation>
  </message>
  <message>
   <location filename="../../inspector/workspace/taxonomy_json.py" />
   <source>the table needs the columns {columns}</source>
   <translation>die Tabelle braucht die Spalten {columns}</translation>
  </message>
  <message>
   <location filename="../../inspector/workspace/tunings.py" />
   <source>{location}: its tuning was kept by another version.</source>
   <translation>{location}: Die Abstimmung wurde von einer anderen Version behalten.</translation>
  </message>
  <message>
   <location filename="../../resources/demo/demo.json" />
   <source>98.2 % top-1 on 4000 held-out generated pictures</source>
   <translation>98.2 % Top 1 auf 4000 zurückgelegten erzeugten Bildern</translation>
  </message>
  <message>
   <location filename="../../resources/demo/demo.json" />
   <source>A small network trained on generated pictures of textures, lines, shapes, words, eyes, faces and fish over natural-looking backgrounds.</source>
   <translation>Ein kleines Netz, das an erzeugten Bildern lernte: Texturen, Linien, Formen, Wörter, Augen, Gesichter und Fische vor natürlich wirkenden Hintergründen.</translation>
  </message>
  <message>
   <location filename="../../resources/demo/demo.json" />
   <source>Demonstration network</source>
   <translation>Vorführnetz</translation>
  </message>
 </context>
</TS>
