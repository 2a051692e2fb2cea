"""The subject of a PDF, which Qt's writer has no word for: a further object behind those it wrote."""

from __future__ import annotations

import re

_INFO = re.compile(rb"/Info (\d+) 0 R")
_ROOT = re.compile(rb"/Root (\d+) 0 R")
_SIZE = re.compile(rb"/Size (\d+)")


def with_subject(pdf: bytes, subject: str) -> bytes:
    """The document with a subject: its information dictionary again, behind its end (ISO 32000-1, 7.5.6).

    A document whose end is not as Qt writes it comes back as it was.
    """
    tail = pdf[pdf.rfind(b"trailer") :]
    start = pdf[pdf.rfind(b"startxref") :].split()
    info, root, size = (pattern.search(tail) for pattern in (_INFO, _ROOT, _SIZE))
    if not subject or info is None or root is None or size is None or len(start) < 2:
        return pdf
    number = int(info[1])
    old = re.search(rb"(?:^|\n)%d 0 obj\s*<<(.*?)>>\s*endobj" % number, pdf, re.DOTALL)
    if old is None:
        return pdf
    text = b"\xfe\xff" + subject.encode("utf-16-be")
    at = len(pdf) + 1
    entry = b"\n%d 0 obj\n<<%s/Subject <%s>\n>>\nendobj\n" % (number, old[1], text.hex().encode())
    table = b"xref\n%d 1\n%010d 00000 n \n" % (number, at)
    trailer = b"trailer\n<<\n/Size %s\n/Info %d 0 R\n/Root %s 0 R\n/Prev %s\n>>\n" % (
        size[1],
        number,
        root[1],
        start[1],
    )
    return pdf + entry + table + trailer + b"startxref\n%d\n%%%%EOF\n" % (at + len(entry) - 1)
