"""Takes from a written file everything but what a person sees in it, so that a reader finds no help beside the page."""

import io
import re
import zipfile

import pikepdf

_HIDDEN_SHEET = re.compile(rb'<sheet [^>]*state="(?:hidden|veryHidden)"')
_ATTACHED = ("embeddings/", "vbaProject", "customData", "connections", "activeX")
_UNSEEN_IN_HTML = re.compile(r"<title>.*?</title>|<meta name=[^>]*>|<!--.*?-->", re.DOTALL)


def bared(written: bytes, ending: str) -> bytes:
    """Give the file without metadata. Fails where something is attached or hidden: we write no such thing."""
    return {"pdf": _pdf, "docx": _office, "xlsx": _office, "html": _html}[ending](written)


def _office(written: bytes) -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(written)) as source, zipfile.ZipFile(made, "w") as target:
        for name in source.namelist():
            content = source.read(name)
            assert not any(part in name for part in _ATTACHED), name
            assert name != "xl/workbook.xml" or not _HIDDEN_SHEET.search(content)
            if name.startswith(("docProps/", "customXml/item1")):
                content = re.sub(rb">[^<]+<", b"><", content)
                assert not re.search(rb">[^<>]+<", content)
            target.writestr(name, content)
    return made.getvalue()


def _pdf(written: bytes) -> bytes:
    made = io.BytesIO()
    with pikepdf.open(io.BytesIO(written)) as pdf:
        assert not pdf.attachments
        for place in (pdf.Root, pdf.trailer):
            for key in ("/Metadata", "/Info", "/AF", "/PieceInfo"):
                if key in place:
                    del place[key]
        pdf.save(made)
    return made.getvalue()


def _html(written: bytes) -> bytes:
    page = written.decode("utf-8")
    assert "<script" not in page and " hidden" not in page and "<template" not in page
    return _UNSEEN_IN_HTML.sub("", page).encode("utf-8")
