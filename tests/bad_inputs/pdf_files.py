"""PDF files made by hand, with what a PDF should not have."""

from __future__ import annotations

import io
from collections.abc import Callable

import pikepdf


def pdf(change: Callable[[pikepdf.Pdf], None] | None = None, *, pages: int = 1, size: float = 595.0) -> bytes:
    document = pikepdf.new()
    for _ in range(pages):
        document.add_blank_page(page_size=(595, 595))
    document.pages[0].MediaBox = [0, 0, size, size]
    if change is not None:
        change(document)
    file = io.BytesIO()
    document.save(file)
    return file.getvalue()


def with_text(document: pikepdf.Pdf) -> None:
    font = pikepdf.Dictionary(Type=pikepdf.Name.Font, Subtype=pikepdf.Name.Type1, BaseFont=pikepdf.Name.Helvetica)
    page = document.pages[0]
    page.Resources = pikepdf.Dictionary(Font=pikepdf.Dictionary(F1=document.make_indirect(font)))
    text = b"(ITA results of fiscal year 2567, overall 91.36) Tj"
    page.Contents = document.make_stream(b"BT /F1 12 Tf 72 500 Td " + text + b" ET")


def active_pdf() -> bytes:
    """A page with text, a script that runs on opening, a program to be launched, and a file inside."""

    def change(document: pikepdf.Pdf) -> None:
        with_text(document)
        name = pikepdf.Name
        script = pikepdf.Dictionary(S=name.JavaScript, JS="app.launchURL('http://127.0.0.1:{port}/js')")
        launch = pikepdf.Dictionary(S=name.Launch, F="/bin/sh", Next=script)
        document.Root.OpenAction = document.make_indirect(launch)
        document.attachments["inside.exe"] = b"MZ"

    return pdf(change)


def broken_table() -> bytes:
    """The list of objects points nowhere; a careful reader finds the objects all the same, or says no."""
    data = pdf(with_text)
    at = data.rindex(b"startxref")
    return data[:at] + b"startxref\n999999999\n%%EOF"


def locked_pdf() -> bytes:
    document = pikepdf.open(io.BytesIO(pdf(with_text)))
    file = io.BytesIO()
    document.save(file, encryption=pikepdf.Encryption(owner="a", user="b"))
    return file.getvalue()


def scanned_pdf() -> bytes:
    def change(document: pikepdf.Pdf) -> None:
        image = document.make_stream(bytes(100 * 100), Type=pikepdf.Name.XObject, Subtype=pikepdf.Name.Image)
        image.Width, image.Height, image.BitsPerComponent = 100, 100, 8
        image.ColorSpace = pikepdf.Name.DeviceGray
        page = document.pages[0]
        page.Resources = pikepdf.Dictionary(XObject=pikepdf.Dictionary(Im0=image))
        page.Contents = document.make_stream(b"q 500 0 0 500 40 40 cm /Im0 Do Q")

    return pdf(change)
