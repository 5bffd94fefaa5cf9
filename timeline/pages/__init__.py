"""Web pages and fragments of HTML: the article in them, and when it was published."""

from timeline.pages.article import Page, read_page
from timeline.pages.encodings import decode
from timeline.pages.fragments import plain_text
from timeline.pages.stamps import read_stamp
from timeline.pages.trust import Believed, believe

__all__ = ["Believed", "Page", "believe", "decode", "plain_text", "read_page", "read_stamp"]
