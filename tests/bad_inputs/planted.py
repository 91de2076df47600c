"""Files that tell more than their makers meant: each carries the planted word somewhere a reader does not look."""

from __future__ import annotations

import io
import zipfile
import zlib
from collections.abc import Callable, Mapping

import pikepdf
import pillow_heif
from PIL import Image, ImageCms, PngImagePlugin

from bad_inputs.office_files import TEXT, docx_parts, relation, row_of, xlsx_parts, zipped

PLANTED = "ปลูกไว้-7731"
ASCII = "PLANTED-7731"
KEPT = TEXT
Maker = Callable[[], bytes]

XMP = (
    '<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">'
    '<rdf:Description xmlns:dc="http://purl.org/dc/elements/1.1/" rdf:about="">'
    f"<dc:format>{PLANTED} {ASCII}</dc:format></rdf:Description></rdf:RDF></x:xmpmeta>"
).encode()


def exif() -> Image.Exif:
    """Maker of the camera, a place (GPS), and turned a quarter to the right."""
    told = Image.Exif()
    told[0x010F], told[0x0112] = ASCII, 6
    told.get_ifd(0x8825)[1] = ASCII
    told.get_ifd(0x8825)[2] = (17.0, 24.0, 33.0)
    return told


def photograph() -> Image.Image:
    return Image.linear_gradient("L").resize((64, 48)).convert("RGB")


def saved(kind: str, **options: object) -> bytes:
    written = io.BytesIO()
    photograph().save(written, kind, **options)
    return written.getvalue()


def png_told(**chunks: str) -> bytes:
    told = PngImagePlugin.PngInfo()
    for kind, text in chunks.items():
        if kind == "international":
            told.add_itxt("Author", text)
        else:
            told.add_text("Author", text, zip=kind == "packed")
    return saved("PNG", pnginfo=told)


def colour_profile() -> bytes:
    profile = bytearray(ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes())
    at = profile.index("sRGB".encode("utf-16-be"))
    profile[at : at + 8] = "SECR".encode("utf-16-be")
    return bytes(profile)


def with_segment(mark: int, content: bytes) -> bytes:
    plain = saved("JPEG")
    return plain[:2] + bytes((0xFF, mark)) + (len(content) + 2).to_bytes(2, "big") + content + plain[2:]


def heic(**options: object) -> bytes:
    pillow_heif.register_heif_opener()
    return saved("HEIF", **options)


def two_photographs() -> bytes:
    """What phones make of a portrait: a picture with another one behind it."""
    written = io.BytesIO()
    second = photograph()
    second.encoderinfo = {"exif": exif()}
    photograph().save(written, "MPO", save_all=True, append_images=[second], exif=exif())
    return written.getvalue()


def grey_photograph() -> bytes:
    written = io.BytesIO()
    photograph().convert("L").save(written, "JPEG", exif=exif())
    return written.getvalue()


PICTURES: dict[str, Maker] = {
    "exif.jpg": lambda: saved("JPEG", exif=exif()),
    "xmp.jpg": lambda: with_segment(0xE1, b"http://ns.adobe.com/xap/1.0/\0" + XMP),
    "iptc.jpg": lambda: with_segment(0xED, b"Photoshop 3.0\x008BIM\x04\x04\0\0" + ASCII.encode()),
    "comment.jpg": lambda: with_segment(0xFE, PLANTED.encode()),
    "profile.jpg": lambda: saved("JPEG", icc_profile=colour_profile()),
    "behind.jpg": lambda: saved("JPEG") + PLANTED.encode(),
    "greyscale.jpg": grey_photograph,
    "second-picture.jpg": two_photographs,
    "text.png": lambda: png_told(plain=ASCII),
    "packed-text.png": lambda: png_told(packed=ASCII),
    "international.png": lambda: png_told(international=PLANTED),
    "exif.png": lambda: saved("PNG", exif=exif()),
    "behind.png": lambda: saved("PNG") + PLANTED.encode(),
    "exif.webp": lambda: saved("WEBP", exif=exif()),
    "xmp.webp": lambda: saved("WEBP", xmp=XMP),
    "exif.heic": lambda: heic(exif=exif()),
    "xmp.heic": lambda: heic(xmp=XMP),
}


# PDF


def pdf(plant: Callable[[pikepdf.Pdf, pikepdf.Page], None]) -> Maker:
    """Make a page that says KEPT (as letters of a font in its content), with something planted."""

    def make() -> bytes:
        file = pikepdf.new()
        page = file.add_blank_page(page_size=(595, 842))
        page.Contents = file.make_stream(f"BT ({'kept-words'}) Tj ET".encode())
        plant(file, page)
        written = io.BytesIO()
        file.save(written)
        return written.getvalue()

    return make


def in_info(file: pikepdf.Pdf, _page: pikepdf.Page) -> None:
    file.docinfo["/Author"], file.docinfo["/Producer"] = PLANTED, ASCII


def in_xmp(file: pikepdf.Pdf, _page: pikepdf.Page) -> None:
    file.Root.Metadata = file.make_stream(XMP, Type=pikepdf.Name.Metadata, Subtype=pikepdf.Name.XML)


def in_page_metadata(file: pikepdf.Pdf, page: pikepdf.Page) -> None:
    page.obj["/Metadata"] = file.make_stream(XMP)
    page.obj["/PieceInfo"] = pikepdf.Dictionary(Editor=pikepdf.Dictionary(Private=PLANTED))


def in_embedded_file(file: pikepdf.Pdf, _page: pikepdf.Page) -> None:
    file.attachments["a.txt"] = pikepdf.AttachedFileSpec(file, PLANTED.encode(), filename="a.txt")


def in_attached_note(file: pikepdf.Pdf, page: pikepdf.Page) -> None:
    held = pikepdf.Dictionary(Type=pikepdf.Name.Filespec, F="a.exe", EF={"/F": file.make_stream(PLANTED.encode())})
    note = pikepdf.Dictionary(Type=pikepdf.Name.Annot, Subtype=pikepdf.Name.FileAttachment, Rect=[0, 0, 9, 9], FS=held)
    page.obj["/Annots"] = [file.make_indirect(note)]


def in_annotation(file: pikepdf.Pdf, page: pikepdf.Page) -> None:
    note = pikepdf.Dictionary(
        Type=pikepdf.Name.Annot, Subtype=pikepdf.Name.Text, Rect=[0, 0, 9, 9], T=PLANTED, M=ASCII, Contents="kept-note"
    )
    page.obj["/Annots"] = [file.make_indirect(note)]


def in_photograph(file: pikepdf.Pdf, page: pikepdf.Page) -> None:
    picture = pikepdf.Stream(file, saved("JPEG", exif=exif()))
    picture.Type, picture.Subtype, picture.Filter = pikepdf.Name.XObject, pikepdf.Name.Image, pikepdf.Name.DCTDecode
    picture.Width, picture.Height, picture.BitsPerComponent = 64, 48, 8
    picture.ColorSpace = pikepdf.Name.DeviceRGB
    page.obj["/Resources"] = pikepdf.Dictionary(XObject={"/Im0": picture})


def in_form(file: pikepdf.Pdf, _page: pikepdf.Page) -> None:
    file.Root.AcroForm = pikepdf.Dictionary(Fields=[], XFA=file.make_stream(PLANTED.encode()))


def in_script(file: pikepdf.Pdf, page: pikepdf.Page) -> None:
    script = pikepdf.Dictionary(S=pikepdf.Name.JavaScript, JS=ASCII)
    file.Root.Names = pikepdf.Dictionary(JavaScript={"/Names": ["a", script]})
    file.Root.OpenAction = script
    page.obj["/AA"] = pikepdf.Dictionary(O=script)
    follows = pikepdf.Dictionary(S=pikepdf.Name.GoTo, D=[page.obj, pikepdf.Name.Fit], Next=script)
    note = pikepdf.Dictionary(Type=pikepdf.Name.Annot, Subtype=pikepdf.Name.Link, Rect=[0, 0, 9, 9], A=follows)
    page.obj["/Annots"] = [note]


def in_launch(file: pikepdf.Pdf, page: pikepdf.Page) -> None:
    launch = pikepdf.Dictionary(S=pikepdf.Name.Launch, F=ASCII)
    note = pikepdf.Dictionary(Type=pikepdf.Name.Annot, Subtype=pikepdf.Name.Link, Rect=[0, 0, 9, 9], A=launch)
    page.obj["/Annots"] = [note]


def in_earlier_revision() -> bytes:
    """Words in an object that no later revision refers to any more."""
    data = pdf(lambda _file, _page: None)()
    table = int(data.rsplit(b"startxref", 1)[1].split()[0])
    return data + b"\n9 0 obj\n<</Word (" + ASCII.encode() + b")>>\nendobj\nstartxref\n%d\n%%%%EOF\n" % table


PDFS: dict[str, Maker] = {
    "info.pdf": pdf(in_info),
    "xmp.pdf": pdf(in_xmp),
    "page-metadata.pdf": pdf(in_page_metadata),
    "embedded-file.pdf": pdf(in_embedded_file),
    "attached-note.pdf": pdf(in_attached_note),
    "annotation.pdf": pdf(in_annotation),
    "photograph.pdf": pdf(in_photograph),
    "form.pdf": pdf(in_form),
    "script.pdf": pdf(in_script),
    "launch.pdf": pdf(in_launch),
    "earlier-revision.pdf": in_earlier_revision,
}

# Office

CORE = (
    '<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties"'
    f' xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:creator>{PLANTED}</dc:creator></cp:coreProperties>'
)
PROPERTIES = f"<Properties><Company>{PLANTED}</Company></Properties>"


def office(parts: Mapping[str, str | bytes], **planted: str | bytes) -> Maker:
    """Add parts to a file: `__` in a name stands for a folder, `_dot_` for a point."""
    return lambda: zipped({**parts, **{n.replace("__", "/").replace("_dot_", "."): v for n, v in planted.items()}})


def in_settings(what: str) -> Maker:
    word = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
    return office(docx_parts(), word__settings_dot_xml=f'<w:settings xmlns:w="{word}">{what}</w:settings>')


def changed_text() -> str:
    """A paragraph with a tracked change and numbers of sessions."""
    words = f"<w:r w:rsidR='00{ASCII}'><w:t>{KEPT}</w:t></w:r>"
    return (
        f'<w:p w:rsidR="00{ASCII}" w:rsidRDefault="00{ASCII}"><w:ins w:id="1" w:author="{PLANTED}"'
        f' w:date="{ASCII}">{words}</w:ins></w:p>'
    )


def word_comments() -> str:
    word = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
    return (
        f'<w:comments xmlns:w="{word}"><w:comment w:id="0" w:author="{PLANTED}" w:initials="{ASCII}"'
        f' w:date="{ASCII}"><w:p><w:r><w:t>ข้อคิดเห็นที่ต้องอยู่</w:t></w:r></w:p></w:comment></w:comments>'
    )


def outward(kind: str, target: str) -> dict[str, str | bytes]:
    return docx_parts(links=relation(kind, target, 7, external=True))


BOOK = '<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">{}</workbook>'
SHEET_ROWS = row_of(1, KEPT)

OFFICE: dict[str, Maker] = {
    "core.docx": office(docx_parts(), docProps__core_dot_xml=CORE),
    "app.docx": office(docx_parts(), docProps__app_dot_xml=PROPERTIES),
    "custom.docx": office(docx_parts(), docProps__custom_dot_xml=PROPERTIES),
    "thumbnail.docx": office(docx_parts(), docProps__thumbnail_dot_jpeg=PLANTED.encode()),
    "custom-xml.docx": office(
        docx_parts(links=relation("customXml", "../customXml/item1.xml", 8)),
        customXml__item1_dot_xml=PROPERTIES,
        customXml___rels__item1_dot_xml_dot_rels=f'<Relationships x="{ASCII}"/>',
    ),
    "people.docx": office(docx_parts(), word__people_dot_xml=PROPERTIES),
    "tracked.docx": office(docx_parts(body=changed_text())),
    "comments.docx": office(docx_parts(), word__comments_dot_xml=word_comments()),
    "sessions.docx": in_settings(f'<w:rsids><w:rsid w:val="{ASCII}"/></w:rsids>'),
    "variables.docx": in_settings(f'<w:docVars><w:docVar w:name="a" w:val="{PLANTED}"/></w:docVars>'),
    "mail-merge.docx": in_settings(f'<w:mailMerge><w:connectString w:val="{PLANTED}"/></w:mailMerge>'),
    "template.docx": office(outward("attachedTemplate", f"file:///C:/{ASCII}/a.dotx")),
    "remote-picture.docx": office(outward("image", f"http://{ASCII}.example/a.png")),
    "path-in-link.docx": office(outward("hyperlink", f"file:///C:/Users/{ASCII}/a.docx")),
    "photograph.docx": office(docx_parts(), word__media__image1_dot_jpg=saved("JPEG", exif=exif())),
    "picture.docx": office(docx_parts(), word__media__image1_dot_png=png_told(plain=ASCII)),
    "embedded.docx": office(
        docx_parts(), word__embeddings__a_dot_xlsx=zipped(xlsx_parts(SHEET_ROWS) | {"docProps/core.xml": CORE})
    ),
    "embedded-object.docx": office(docx_parts(), word__embeddings__oleObject1_dot_bin=PLANTED.encode()),
    "core.xlsx": office(xlsx_parts(SHEET_ROWS), docProps__core_dot_xml=CORE),
    "custom.xlsx": office(xlsx_parts(SHEET_ROWS), docProps__custom_dot_xml=PROPERTIES),
    "comments.xlsx": office(
        xlsx_parts(SHEET_ROWS),
        xl__comments1_dot_xml=f"<comments><authors><author>{PLANTED}</author></authors><commentList><comment>"
        f"<text><r><t>{PLANTED}:</t></r><r><t>ข้อคิดเห็นที่ต้องอยู่</t></r></text></comment></commentList></comments>",
    ),
    "persons.xlsx": office(
        xlsx_parts(SHEET_ROWS),
        xl__persons__person_dot_xml=f'<personList><person displayName="{PLANTED}" userId="{ASCII}"/></personList>',
    ),
    "path.xlsx": office(
        xlsx_parts(SHEET_ROWS),
        xl__workbook_dot_xml=BOOK.format(
            '<mc:AlternateContent xmlns:mc="x"><mc:Choice Requires="x15"><x15ac:absPath xmlns:x15ac="y"'
            f' url="C:\\{ASCII}\\"/></mc:Choice></mc:AlternateContent><sheets/>'
        ),
    ),
    "sharing.xlsx": office(
        xlsx_parts(SHEET_ROWS), xl__workbook_dot_xml=BOOK.format(f'<fileSharing userName="{PLANTED}"/><sheets/>')
    ),
    "pivot.xlsx": office(
        xlsx_parts(SHEET_ROWS),
        xl__pivotCache__pivotCacheDefinition1_dot_xml=f'<pivotCacheDefinition refreshedBy="{PLANTED}"/>',
    ),
    "connections.xlsx": office(
        xlsx_parts(SHEET_ROWS),
        xl__connections_dot_xml=f'<connections><connection id="1"><dbPr connection="User={ASCII}"/></connection>'
        "</connections>",
    ),
    "printer.xlsx": office(
        xlsx_parts(SHEET_ROWS), xl__printerSettings__printerSettings1_dot_bin=PLANTED.encode("utf-16-le")
    ),
    "revisions.xlsx": office(xlsx_parts(SHEET_ROWS), xl__revisions__userNames_dot_xml=PROPERTIES),
    "linked-book.xlsx": office(
        xlsx_parts(SHEET_ROWS),
        xl__externalLinks___rels__externalLink1_dot_xml_dot_rels="<Relationships>"
        + relation("externalLinkPath", f"file:///C:/Users/{ASCII}/book.xlsx", 1, external=True)
        + "</Relationships>",
    ),
}

PAGES: dict[str, Maker] = {
    "author.html": f'<meta name="author" content="{PLANTED}"><p>{KEPT}</p>'.encode,
    "remark.html": f"<!--[if gte mso 9]><o:Author>{PLANTED}</o:Author><![endif]--><p>{KEPT}</p>".encode,
    "script.html": f"<p onclick=\"{ASCII}\">{KEPT}</p><script>'{PLANTED}'</script>".encode,
    "fetched.htm": f'<p>{KEPT}<img src="http://{ASCII}.example/a.png"></p>'.encode,
}

ALL: dict[str, Maker] = PICTURES | PDFS | OFFICE | PAGES


def told_by(data: bytes) -> bytes:
    """Give all that can be read out of a file: its bytes, its unpacked parts, its inflated streams, the strings."""
    views = [data]
    if data.startswith(b"PK"):
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            views += [member.encode() for member in archive.namelist()]
            views += [told_by(archive.read(member)) for member in archive.namelist()]
    if data.startswith(b"%PDF"):
        views += _told_by_pdf(data)
    if data.startswith(b"\x89PNG"):
        views += [_inflated(data[at + 2 :]) for at in range(len(data)) if data[at : at + 2] == b"\0\0"]
    return b"\n".join(views)


def _told_by_pdf(data: bytes) -> list[bytes]:
    with pikepdf.open(io.BytesIO(data)) as file:
        views = [str(value).encode() for value in _strings(file.trailer.get("/Info"), 0)]
        for found in file.objects:
            if isinstance(found, pikepdf.Stream):
                views.append(found.read_raw_bytes())
                if found.get("/Filter") in (None, pikepdf.Name.FlateDecode):
                    views.append(found.read_bytes())
            views += [str(value).encode() for value in _strings(found, 0)]
    return views


def _strings(found: object, depth: int) -> list[str]:
    if isinstance(found, pikepdf.String):
        return [str(found)]
    if depth > 5:
        return []
    if isinstance(found, pikepdf.Array):
        return [text for one in found for text in _strings(one, depth + 1)]
    if isinstance(found, pikepdf.Dictionary):
        return [text for one in found.values() for text in _strings(one, depth + 1)]
    return []


def _inflated(data: bytes) -> bytes:
    try:
        return zlib.decompressobj().decompress(data)
    except zlib.error:
        return b""


def is_planted(data: bytes) -> bool:
    """Say whether a planted word can be read anywhere in a file, in any of the usual encodings."""
    told = told_by(data)
    words = [word.encode(code) for word in (PLANTED, ASCII) for code in ("utf-8", "utf-16-le", "utf-16-be")]
    return any(word in told for word in [*words, ASCII.lower().encode(), "SECR".encode("utf-16-be")])
