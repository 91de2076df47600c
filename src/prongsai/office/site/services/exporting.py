"""The site as files to take away: for any web space, or a stick."""

from __future__ import annotations

import shutil
import zipfile
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import BinaryIO

from django.utils import translation

from prongsai.ita.thai import Refused
from prongsai.office.disclosure.models import Publication
from prongsai.office.site.drawing import Drawer
from prongsai.office.site.folder import replace
from prongsai.office.site.generating import facts_of, folder_of
from prongsai.office.site.making.front import Frame, search_page
from prongsai.office.site.models import Site
from prongsai.office.site.services.building import hold_site, rebuild
from prongsai.platform.agency.models import Agency


def export_site(agency: Agency, folder: Path) -> int:
    """Make the site anew and write it into an empty or new folder; give how many files. The agency speaks.

    Refuses FOLDER: something lies there already that is no earlier export of ours.
    """
    if folder.exists() and any(folder.iterdir()) and not (folder / "assets" / "site").is_dir():
        raise Refused("FOLDER", "โฟลเดอร์ปลายทางมีแฟ้มอื่นอยู่แล้ว โปรดเลือกโฟลเดอร์ว่าง", value=str(folder))
    rebuild(agency)
    hold_site(agency)
    fresh = folder.with_name(f".{folder.name}.fresh")
    shutil.rmtree(fresh, ignore_errors=True)
    shutil.copytree(folder_of(agency).standing.resolve(), fresh)
    _without_server(agency, fresh)
    if folder.exists():
        shutil.rmtree(folder)
    fresh.rename(folder)
    return sum(path.is_file() for path in folder.rglob("*"))


def exported_zip(agency: Agency, into: BinaryIO) -> int:
    """Write the site as a ZIP file; give how many files. The agency speaks."""
    with TemporaryDirectory() as folder:
        target = Path(folder) / agency.code
        count = export_site(agency, target)
        with zipfile.ZipFile(into, "w", zipfile.ZIP_DEFLATED) as archive:
            for path in sorted(target.rglob("*")):
                if path.is_file():
                    archive.write(path, f"{agency.code}/{path.relative_to(target).as_posix()}")
    return count


def _without_server(agency: Agency, folder: Path) -> None:
    """Write the page of the search anew: no server answers beside an exported site."""
    site = Site.objects.get(agency=agency)
    frame = Frame(tuple(map(tuple, site.menu)), tuple(map(tuple, site.foot)))
    with translation.override("th"):
        facts = facts_of(agency, only=Publication.objects.none())
        page = search_page(facts, on_own_server=False)
        replace(folder, page.file, Drawer(facts, frame).draw(page))
