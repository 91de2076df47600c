"""The catalogue of the data as JSON-LD, in the words of DCAT (W3C) as DCAT-AP uses them. All addresses are relative."""

from __future__ import annotations

import json
import posixpath
from collections.abc import Sequence
from typing import Any

from prongsai.office.site.made import File
from prongsai.office.site.open_data.records import DataSet, IndexFile

_CONTEXT = {
    "dcat": "http://www.w3.org/ns/dcat#",
    "dct": "http://purl.org/dc/terms/",
    "foaf": "http://xmlns.com/foaf/0.1/",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
}
_MEDIA = "https://www.iana.org/assignments/media-types/"
_TYPES = {
    ".json": "application/json",
    ".csv": "text/csv",
    ".xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
}
_THAI = {"@id": "http://publications.europa.eu/resource/authority/language/THA"}


def catalogue(index: IndexFile, title: str, about: str, files: Sequence[File], at: str) -> bytes:
    """Write the catalogue that lies at a path `at` of the site."""
    sizes = {file.path: len(file.content) for file in files}
    publisher = {"@id": "#agency", "@type": "foaf:Agent", "foaf:name": _said(index.agency.name)}
    told: dict[str, Any] = {
        "@context": _CONTEXT,
        "@id": "#catalogue",
        "@type": "dcat:Catalog",
        "dct:title": _said(title),
        "dct:description": _said(about),
        "dct:publisher": publisher,
        "dct:language": _THAI,
        "dct:modified": _day(index.made.isoformat()),
        "dcat:dataset": [_dataset(entry, index, sizes, at) for entry in index.sets],
    }
    return (json.dumps(told, ensure_ascii=False, indent=1) + "\n").encode()


def _dataset(entry: DataSet, index: IndexFile, sizes: dict[str, int], at: str) -> dict[str, Any]:
    told: dict[str, Any] = {
        "@id": f"#{entry.key}",
        "@type": "dcat:Dataset",
        "dct:identifier": entry.key,
        "dct:title": _said(entry.title),
        "dct:description": _said(entry.title),
        "dct:publisher": {"@id": "#agency"},
        "dct:language": _THAI,
        "dct:modified": _day(index.made.isoformat()),
        "dcat:distribution": [_distribution(entry, path, sizes, at) for path in entry.files],
    }
    if entry.year is not None:
        first, last = f"{entry.year - 544}-10-01", f"{entry.year - 543}-09-30"
        period = {"@type": "dct:PeriodOfTime", "dcat:startDate": _day(first), "dcat:endDate": _day(last)}
        told["dct:temporal"] = period
    return told


def _distribution(entry: DataSet, path: str, sizes: dict[str, int], at: str) -> dict[str, Any]:
    address = {"@id": _relative(path, at)}
    told: dict[str, Any] = {
        "@type": "dcat:Distribution",
        "dct:title": _said(posixpath.basename(path)),
        "dcat:accessURL": address,
        "dcat:downloadURL": address,
        "dcat:mediaType": {"@id": _MEDIA + _TYPES[posixpath.splitext(path)[1]]},
    }
    if path in sizes:
        told["dcat:byteSize"] = {"@value": str(sizes[path]), "@type": "xsd:nonNegativeInteger"}
    if entry.schema_path and path.endswith(".json"):
        told["dct:conformsTo"] = {"@id": _relative(entry.schema_path, at)}
    return told


def _relative(path: str, at: str) -> str:
    return posixpath.relpath(path, posixpath.dirname(at))


def _said(text: str) -> dict[str, str]:
    return {"@value": text, "@language": "th"}


def _day(day: str) -> dict[str, str]:
    return {"@value": day, "@type": "xsd:date"}
