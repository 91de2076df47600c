"""What is done with the items that an office discloses. Every write is one transaction with its line in the log."""

from prongsai.office.disclosure.composing import composed, content_of, files_of
from prongsai.office.disclosure.published_hooks import on_published
from prongsai.office.disclosure.register import (
    asked_item,
    code_of,
    due_of,
    home_of,
    items_of,
    owner_of,
    owners_by_code,
    unit_of,
)
from prongsai.office.disclosure.services.checking import check_of, checks_of, looked_at
from prongsai.office.disclosure.services.choosing_home import choose_home
from prongsai.office.disclosure.services.closed_sets import closed_set_of, refuse_while_closed
from prongsai.office.disclosure.services.closing import close_set, open_set
from prongsai.office.disclosure.services.filling import (
    handed_in_for,
    reports_for,
    speakers_for,
    take_hand_in,
    take_records,
    take_report,
)
from prongsai.office.disclosure.services.homes import address_of, main_address, own_site, path_of, reached
from prongsai.office.disclosure.services.items import ItemTold, begin_items, change_item, ensure_items
from prongsai.office.disclosure.services.pieces import (
    PieceTold,
    add_piece,
    change_piece,
    confirm_dates,
    move_piece,
    remove_piece,
    say_nothing,
    say_seen,
    take_back_seen,
)
from prongsai.office.disclosure.services.proving import LogBroken, log_of, proof_file, proof_for
from prongsai.office.disclosure.services.publishing import content_bytes, publish, standing_publications, withdraw
from prongsai.office.disclosure.services.readiness import confirm_item, prepared
from prongsai.office.disclosure.services.reusing import earlier_by_code, earlier_of, reuse_item, reuse_year

__all__ = [
    "ItemTold",
    "LogBroken",
    "PieceTold",
    "add_piece",
    "address_of",
    "asked_item",
    "begin_items",
    "change_item",
    "change_piece",
    "check_of",
    "checks_of",
    "choose_home",
    "close_set",
    "closed_set_of",
    "code_of",
    "composed",
    "confirm_dates",
    "confirm_item",
    "content_bytes",
    "content_of",
    "due_of",
    "earlier_by_code",
    "earlier_of",
    "ensure_items",
    "files_of",
    "handed_in_for",
    "home_of",
    "items_of",
    "log_of",
    "looked_at",
    "main_address",
    "move_piece",
    "on_published",
    "open_set",
    "own_site",
    "owner_of",
    "owners_by_code",
    "path_of",
    "prepared",
    "proof_file",
    "proof_for",
    "publish",
    "reached",
    "refuse_while_closed",
    "remove_piece",
    "reports_for",
    "reuse_item",
    "reuse_year",
    "say_nothing",
    "say_seen",
    "speakers_for",
    "standing_publications",
    "take_back_seen",
    "take_hand_in",
    "take_records",
    "take_report",
    "unit_of",
    "withdraw",
]
