"""One service as six outputs: this room writes five of them, each from the same sheet; the web page shows it itself."""

from prongsai.ita.writing.service.head import ServiceHead
from prongsai.ita.writing.service.leaflet import write_leaflet
from prongsai.ita.writing.service.loudspeaker import Script, loudspeaker_script, script_paper
from prongsai.ita.writing.service.manual import ListedManual, manual_blocks, manual_paper, manuals_table
from prongsai.ita.writing.service.poster import write_poster
from prongsai.ita.writing.service.register import template_sheet, write_register
from prongsai.ita.writing.service.square_code import square_code_png, square_code_svg
from prongsai.ita.writing.service.wall_chart import write_wall_chart

__all__ = [
    "ListedManual",
    "Script",
    "ServiceHead",
    "loudspeaker_script",
    "manual_blocks",
    "manual_paper",
    "manuals_table",
    "script_paper",
    "square_code_png",
    "square_code_svg",
    "template_sheet",
    "write_leaflet",
    "write_poster",
    "write_register",
    "write_wall_chart",
]
