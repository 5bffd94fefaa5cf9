"""Bytes from the web as text: what is valid UTF-8 is UTF-8 whatever its label says, the rest is read by its labels."""

from __future__ import annotations

import codecs
import re

AS_NAMED = """
cp866 cp874 cp932 cp949 cp1250 cp1251 cp1252 cp1253 cp1254 cp1255 cp1256 cp1257 cp1258 iso8859-2 iso8859-3 iso8859-4
iso8859-5 iso8859-6 iso8859-7 iso8859-8 iso8859-10 iso8859-11 iso8859-13 iso8859-14 iso8859-15 iso8859-16 koi8-r koi8-u
mac-roman gb18030 big5hkscs euc_jp iso2022_jp
"""
# The encodings browsers read (WHATWG Encoding), by Python's name of them → the one that reads them best: Latin-1 and
# ASCII mean windows-1252 there. A list, for Python also has codecs that are no encodings of text (punycode, idna …).
READABLE = {
    "utf-8": "utf-8",
    "utf-16": "utf-16",
    "utf-16-le": "utf-16-le",
    "utf-16-be": "utf-16-be",
    "ascii": "cp1252",
    "iso8859-1": "cp1252",
    "iso8859-9": "cp1254",
    "shift_jis": "cp932",
    "euc_kr": "cp949",
    "gb2312": "gb18030",
    "gbk": "gb18030",
    "big5": "big5hkscs",
    "tis-620": "cp874",
} | {name: name for name in AS_NAMED.split()}
ESCAPING = frozenset({"iso2022_jp"})  # seven bits only, so that it looks like valid UTF-8
BYTE_ORDER_MARKS = ((codecs.BOM_UTF8, "utf-8"), (codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be"))
HEADER = re.compile(r"charset\s*=\s*[\"']?(?P<label>[\w.:-]{1,40})", re.IGNORECASE)
DECLARED = re.compile(rb"(?:charset|encoding)\s*=\s*[\"']?\s*(?P<label>[\w.:-]{1,40})", re.IGNORECASE)
START = 2048  # in which a page or a feed declares its own encoding
LAST_RESORT = "cp1252"
REPLACEMENT = "\N{REPLACEMENT CHARACTER}"


def decode(body: bytes, *, content_type: str | None = None) -> str:
    """The text of a page or a feed, with a replacement character where a byte has no meaning."""
    for mark, encoding in BYTE_ORDER_MARKS:
        if body.startswith(mark):
            return body[len(mark) :].decode(encoding, "replace")
    labels = _labels(body, content_type)
    if b"\0" not in body[:START] and not (b"\x1b" in body and ESCAPING.intersection(labels)):
        try:
            return body.decode("utf-8")
        except UnicodeDecodeError:
            labels = [label for label in labels if label != "utf-8"]
    return body.decode(labels[0], "replace") if labels else _unlabelled(body)


def _unlabelled(body: bytes) -> str:
    """UTF-8 with a few broken letters, or else windows-1252."""
    text = body.decode("utf-8", "replace")
    broken = text.count(REPLACEMENT)
    whole = sum(not letter.isascii() for letter in text) - broken
    return text if whole > broken else body.decode(LAST_RESORT, "replace")


def _labels(body: bytes, content_type: str | None) -> list[str]:
    """The encodings that the answer's header and the document itself name, the header first."""
    header, declared = HEADER.search(content_type or ""), DECLARED.search(body[:START].replace(b"\0", b""))
    raw = [header["label"] if header else None, declared["label"].decode("ascii", "ignore") if declared else None]
    return [encoding for label in raw if label and (encoding := _readable(label)) is not None]


def _readable(label: str) -> str | None:
    try:
        return READABLE.get(codecs.lookup(label).name)
    except (LookupError, ValueError):
        return None
