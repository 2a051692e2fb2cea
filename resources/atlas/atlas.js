// The atlas: theme, keys, search, the unit grid and the graph. Pages can be read and walked without it.
"use strict";
(() => {
  const root = document.documentElement;
  root.classList.add("scripted");
  const store = {
    get(key) { try { return localStorage.getItem(key); } catch { return null; } },
    set(key, value) { try { localStorage.setItem(key, value); } catch { /* not kept, then */ } },
  };
  const wanted = store.get("atlas-theme");
  if (wanted === "dark" || wanted === "light") root.dataset.theme = wanted;
  const isDark = () => root.dataset.theme ? root.dataset.theme === "dark" : matchMedia("(prefers-color-scheme: dark)").matches;
  const byId = (id) => document.getElementById(id);
  const table = { columns: [], words: [] };
  let entries = null;
  let arrange = () => {};

  // Called by units.js and search.js: scripts can be read from a folder, JSON cannot.
  window.atlasUnits = (found) => { Object.assign(table, found); arrange(); };
  window.atlasSearch = (found) => { entries = found; };

  document.addEventListener("DOMContentLoaded", () => {
    const page = document.body.dataset;
    theme();
    keys(page);
    finder();
    if (byId("units")) grid();
    if (byId("canvas")) graph();
    for (const button of document.querySelectorAll("#random")) button.addEventListener("click", () => random(page));
    const here = document.querySelector(".strip [aria-current]");
    if (here) { const strip = here.closest(".strip"); strip.scrollLeft = here.offsetLeft - strip.clientWidth / 2; }
  });

  function theme() {
    const button = byId("theme-button");
    const say = () => { button.setAttribute("aria-pressed", String(isDark())); button.textContent = isDark() ? "Light" : "Dark"; button.setAttribute("aria-label", "Dark theme"); };
    button.addEventListener("click", () => { root.dataset.theme = isDark() ? "light" : "dark"; store.set("atlas-theme", root.dataset.theme); say(); });
    say();
  }

  function random(page) {
    if (page.page === "network") {
      const links = [...document.querySelectorAll("#cards a")];
      const total = links.reduce((sum, link) => sum + Number(link.dataset.units), 0);
      let number = Math.floor(Math.random() * total);
      for (const link of links) {
        if (number < Number(link.dataset.units)) { location.href = link.getAttribute("href").replace("index.html", `${number}/index.html`); return; }
        number -= Number(link.dataset.units);
      }
      return;
    }
    const shown = [...document.querySelectorAll("#units .unit:not([hidden]) a")];
    if (shown.length) { location.href = shown[Math.floor(Math.random() * shown.length)].href; return; }
    const units = Number(page.units || 0);
    if (units > 1) {
      const other = (Number(page.unit) + 1 + Math.floor(Math.random() * (units - 1))) % units;
      location.href = `../${other}/index.html`;
    }
  }

  function keys(page) {
    const dialog = byId("keys");
    byId("keys-button").addEventListener("click", () => dialog.showModal());
    // Who speaks to the computer, or strikes keys by accident, can switch them off (WCAG 2.1.4).
    const on = byId("keys-on");
    on.checked = store.get("atlas-keys") !== "off";
    on.addEventListener("change", () => store.set("atlas-keys", on.checked ? "on" : "off"));
    document.addEventListener("keydown", (event) => {
      if (event.ctrlKey || event.metaKey || event.altKey || dialog.open) return;
      const target = event.target;
      if (!on.checked && !(event.key.startsWith("Arrow") && target.closest("#units"))) return;
      if (target.closest("input:not([type=checkbox]):not([type=radio]), select, textarea, .found")) return;
      const arrow = event.key.startsWith("Arrow");
      if (arrow && target.closest("input, .strip, .canvas")) return;
      const go = { ArrowLeft: "a[rel=prev]", ArrowRight: "a[rel=next]" }[event.key];
      if (arrow && target.closest("#units")) { step(event); return; }
      if (go && document.querySelector(go)) location.href = document.querySelector(go).href;
      else if (event.key === "ArrowUp" && page.parent && page.page === "unit" && scrollY === 0) location.href = page.parent;
      else if (event.key === "/" && (byId("search") || byId("find"))) (byId("search") || byId("find")).focus();
      else if (event.key === "r") random(page);
      else if (event.key === "d") byId("theme-button").click();
      else if (event.key === "?") dialog.showModal();
      else return;
      event.preventDefault();
    });
  }

  // Arrow keys walk from tile to tile, as they stand.
  function step(event) {
    const links = [...document.querySelectorAll("#units .unit:not([hidden]) a")];
    const at = links.indexOf(event.target.closest("a"));
    const across = getComputedStyle(byId("units")).gridTemplateColumns.split(" ").length;
    const by = { ArrowLeft: -1, ArrowRight: 1, ArrowUp: -across, ArrowDown: across }[event.key];
    const next = links[at + by];
    if (next) next.focus();
    event.preventDefault();
  }

  function finder() {
    const input = byId("find");
    if (!input) return;
    const box = byId("found"), list = box.querySelector("ul"), count = box.querySelector(".count");
    const up = input.closest(".finder").dataset.up;
    const load = () => {
      if (entries !== null || document.querySelector("script[data-search]")) return;
      const script = document.createElement("script");
      script.src = `${up}search.js`; script.dataset.search = "yes"; script.onload = show;
      document.head.append(script);
    };
    // "conv1 17" and "conv1/17": a unit by its number.
    const addressed = (words) => {
      const [, name, number] = words.join(" ").match(/^(.+)[ /](\d+)$/) || [];
      const node = entries.find(([text, , more]) => text.toLowerCase() === name && Number(number) < parseInt(more.replace(/,/g, ""), 10));
      return node ? [[`${node[0]} ${Number(number)}`, node[1].replace("index.html", `${Number(number)}/index.html`), "unit"]] : [];
    };
    const show = () => {
      const words = input.value.trim().toLowerCase().split(/\s+/).filter(Boolean);
      box.hidden = !words.length;
      if (!words.length || entries === null) return;
      const hits = [...addressed(words), ...entries.filter(([text, , more]) => words.every((word) => `${text} ${more}`.toLowerCase().includes(word)))];
      list.replaceChildren(...hits.slice(0, 40).map(([text, href, more]) => {
        const item = document.createElement("li"), link = document.createElement("a"), note = document.createElement("span");
        link.href = up + href; link.textContent = text; note.textContent = more; link.append(note); item.append(link);
        return item;
      }));
      count.textContent = hits.length ? `${hits.length.toLocaleString("en")} found` : "Nothing found";
    };
    input.addEventListener("focus", load);
    input.addEventListener("input", show);
    input.closest(".finder").addEventListener("keydown", (event) => {
      const links = [input, ...list.querySelectorAll("a")], at = links.indexOf(document.activeElement);
      if (event.key === "Escape") { box.hidden = true; input.focus(); }
      else if (event.key === "Enter" && document.activeElement === input && links[1]) links[1].click();
      else if (event.key === "ArrowDown" || event.key === "ArrowUp") {
        (links[at + (event.key === "ArrowDown" ? 1 : -1)] || input).focus(); event.preventDefault();
      }
    });
    document.addEventListener("click", (event) => { if (!event.target.closest(".finder")) box.hidden = true; });
  }

  function grid() {
    const list = byId("units"), tiles = [...list.children];
    const near = new IntersectionObserver((seen) => {
      for (const one of seen) if (one.isIntersecting) { one.target.classList.add("near"); near.unobserve(one.target); }
    }, { rootMargin: "600px" });
    for (const tile of tiles) near.observe(tile);
    const sort = byId("sort"), column = byId("column");
    const search = byId("search"), sign = byId("sign"), bound = byId("bound"), group = byId("group"), turn = byId("turn"), count = byId("count");
    const numbers = () => sort.value === "" ? null : table.columns[Number(sort.value)].values;
    const say = (value) => value === null ? "–" : String(value).replace("-", "−");
    const passes = (unit) => {
      const words = search.value.trim().toLowerCase().split(/\s+/).filter(Boolean);
      const text = ` ${unit} ${table.words[unit] || ""} `;
      if (!words.every((word) => /^\d+$/.test(word) ? text.includes(` ${word} `) : text.includes(word))) return false;
      if (group && group.value && !text.includes(group.value.toLowerCase())) return false;
      if (column.value === "" || bound.value === "") return true;
      const value = table.columns[Number(column.value)].values[unit];
      return value !== null && Number(sign.value) * (value - Number(bound.value)) >= 0;
    };
    const order = () => {
      const values = numbers(), down = turn.getAttribute("aria-pressed") === "true" ? 1 : -1;
      const units = tiles.map((_, unit) => unit);
      if (values) units.sort((a, b) => (values[a] === null) - (values[b] === null) || down * (values[a] - values[b]) || a - b);
      else if (down === 1) units.reverse();
      return units;
    };
    const draw = () => {
      const values = numbers(), units = order();
      let shown = 0;
      for (const unit of units) {
        const passed = passes(unit);
        tiles[unit].hidden = !passed; shown += passed;
        const label = tiles[unit].querySelector(".n");
        if (values) label.dataset.value = say(values[unit]); else delete label.dataset.value;
      }
      list.append(...units.map((unit) => tiles[unit]));
      const all = `${tiles.length.toLocaleString("en")} unit${tiles.length === 1 ? "" : "s"}`;
      count.textContent = shown === tiles.length ? all : `${shown.toLocaleString("en")} of ${all}`;
    };
    arrange = () => {
      for (const select of [sort, column]) for (const [index, one] of table.columns.entries()) select.append(new Option(one.name, String(index)));
      draw();
    };
    if (table.columns.length) arrange();
    for (const control of [search, bound]) control.addEventListener("input", draw);
    for (const control of [sort, sign, group]) if (control) control.addEventListener("change", draw);
    column.addEventListener("change", () => { sign.hidden = bound.hidden = column.value === ""; draw(); });
    turn.addEventListener("click", () => { const on = turn.getAttribute("aria-pressed") !== "true"; turn.setAttribute("aria-pressed", String(on)); turn.textContent = on ? "↑" : "↓"; draw(); });
    const size = byId("tile-size");
    size.addEventListener("input", () => list.style.setProperty("--tile-side", `${size.value}px`));
  }

  function graph() {
    const canvas = byId("canvas"), drawing = byId("graph"), zoom = byId("zoom"), map = byId("minimap");
    const [, , width, height] = drawing.getAttribute("viewBox").split(" ").map(Number);
    const scale = (percent) => { drawing.setAttribute("width", width * percent / 100); drawing.setAttribute("height", height * percent / 100); sight(); };
    const made = (name, attributes) => {
      const part = document.createElementNS("http://www.w3.org/2000/svg", name);
      for (const [key, value] of Object.entries(attributes)) part.setAttribute(key, value);
      return part;
    };
    const small = made("svg", { viewBox: `0 0 ${width} ${height}` });
    for (const card of drawing.querySelectorAll("rect.card, rect.input")) small.append(made("rect", { class: "there", x: card.getAttribute("x"), y: card.getAttribute("y"), width: card.getAttribute("width"), height: card.getAttribute("height") }));
    const frame = made("rect", { class: "sight" });
    small.append(frame); map.append(small);
    const sight = () => {
      const factor = width / drawing.getBoundingClientRect().width;
      const parts = { x: canvas.scrollLeft, y: canvas.scrollTop, width: Math.min(canvas.clientWidth, width / factor), height: Math.min(canvas.clientHeight, height / factor) };
      for (const [key, value] of Object.entries(parts)) frame.setAttribute(key, value * factor);
      map.hidden = canvas.scrollHeight <= canvas.clientHeight + 1 && canvas.scrollWidth <= canvas.clientWidth + 1;
    };
    const move = (event) => {
      const box = small.getBoundingClientRect(), factor = drawing.getBoundingClientRect().width / width;
      const across = Math.min(box.width / width, box.height / height);
      const left = box.left + (box.width - width * across) / 2, top = box.top + (box.height - height * across) / 2;
      canvas.scrollTo((event.clientX - left) / across * factor - canvas.clientWidth / 2, (event.clientY - top) / across * factor - canvas.clientHeight / 2);
    };
    map.addEventListener("pointerdown", (event) => { map.setPointerCapture(event.pointerId); move(event); event.preventDefault(); });
    map.addEventListener("pointermove", (event) => { if (event.buttons) move(event); });
    zoom.addEventListener("input", () => scale(Number(zoom.value)));
    byId("fit").addEventListener("click", () => { zoom.value = String(Math.floor(100 * Math.min(canvas.clientWidth / width, canvas.clientHeight / height))); scale(Number(zoom.value)); });
    canvas.addEventListener("scroll", sight);
    addEventListener("resize", sight);
    // Where something can be looked into: a small window, or a site of late nodes alone, would show none of it.
    const first = drawing.querySelector("a .card") || drawing.querySelector(".input");
    if (first) {
      const box = first.getBoundingClientRect(), around = canvas.getBoundingClientRect();
      canvas.scrollLeft = box.left + box.width / 2 - around.left - canvas.clientWidth / 2;
      if (box.bottom > around.bottom) canvas.scrollTop = box.top - around.top - canvas.clientHeight / 3;
    }
    sight();
    const size = byId("card-size"), cards = byId("cards");
    size.addEventListener("input", () => cards.style.setProperty("--card", `${size.value}px`));
  }
})();
