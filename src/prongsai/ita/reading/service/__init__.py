"""Service manuals of offices, as Word, Excel or text, to service sheets with every doubt named.

Layouts: a manual of headings and tables (the form of ก.พ.ร. too), a table of label and text for each service, a
workbook with a row for each service, and the workbook that `writing.service.register` writes.
"""

from prongsai.ita.reading.service.found import Doubt, FoundService
from prongsai.ita.reading.service.manuals import MOST_SERVICES, read_service_blocks
from prongsai.ita.reading.service.opening import read_services, read_services_limited

__all__ = [
    "MOST_SERVICES",
    "Doubt",
    "FoundService",
    "read_service_blocks",
    "read_services",
    "read_services_limited",
]
