"""Prints the look at a site for a person: what stands where, what is missing, and what nobody could see."""

from __future__ import annotations

import click

from prongsai.cli.language import translate as _
from prongsai.cli.output import print_heading, print_list, print_table
from prongsai.ita.scoring.exact import shown
from prongsai.office.site.audit import INTERNAL, NOT_OFFICIAL, Audit, AuditedItem


def show_audit(found: Audit) -> None:
    """Print an audit under the label that every estimate bears."""
    print_heading(_("The site from outside, ITA of fiscal year {year}").format(year=found.year))
    print_list([f"{found.title} · {found.address}" if found.title else found.address])
    print_list([INTERNAL, NOT_OFFICIAL], mark="!")
    _show_walk(found)
    print_heading(_("OIT items"))
    unnamed, seen = _("unconfirmed"), [item for item in found.items if item.found]
    rows = [[item.check.code, item.check.title or unnamed, item.check.label, _place(item)] for item in seen]
    print_table([_("Code"), _("Subject"), _("Result"), _("Where it was found")], rows)
    _show_gaps(found)
    _show_sum(found)


def _show_walk(found: Audit) -> None:
    told = [_("pages opened: {count}").format(count=found.pages)]
    if found.cut:
        told.append(_("not everything was looked at: {reason}").format(reason=found.cut))
    if not found.links:
        told.append(_("the main page has no link that a program can follow; it may be drawn by a script"))
    if found.unseen:
        told.append(_("pages that the site keeps from programs (robots.txt): {count}").format(count=found.unseen))
    if found.named is False:
        told.append(_("the main page does not show the name of the agency"))
    if found.declared:
        told.append(_("the site says itself under which heading each element stands; each was looked at"))
    print_list(told)
    if found.broken:
        print_heading(_("Addresses of the site that do not open: {count}").format(count=len(found.broken)))
        print_list([f"{address}: {reason}" for address, reason in found.broken[:20]])


def _place(item: AuditedItem) -> str:
    if item.found is None:
        return "–"
    return _("{by}; {clicks} clicks").format(by=" ".join(item.found.by), clicks=item.found.clicks)


def _show_gaps(found: Audit) -> None:
    lacking = [item for item in found.items if item.check.gaps]
    if lacking:
        print_heading(_("To look at, the dearest first"))
    for item in sorted(lacking, key=lambda entry: -(entry.check.price or 0)):
        _show_gap(item)
    missing = [item.check.code for item in found.items if item.found is None]
    if missing:
        print_heading(_("Not found by code, title and year; a person should look"))
        print_list([" ".join(missing)])


def _show_gap(item: AuditedItem) -> None:
    price = item.check.price_in_words
    click.echo(f"  ● {item.check.code} {item.check.title or ''}" + (f" ({price})" if price else ""))
    if item.found is not None:
        click.secho(f"      {item.found.address}", dim=True)
    for part in item.check.gaps:
        click.echo(f"      - {part.reason}" + ("" if part.sourced else " " + _("(criterion unconfirmed)")))
    for file in item.files:
        if file.opens == "no":
            click.echo(f"      - {file.name or file.address}: {file.reason}")


def _show_sum(found: Audit) -> None:
    print_heading(_("Together"))
    open_items = sum(any(part.verdict == "open" for part in item.check.parts) for item in found.items if item.found)
    lacking = sum(bool(item.check.gaps) for item in found.items)
    missing = sum(item.found is None for item in found.items)
    print_list(
        [
            _("items found: {count} of {all}").format(count=len(found.items) - missing, all=len(found.items)),
            _("items in which something is missing: {count}").format(count=lacking),
            _("items of which a program cannot see everything: {count}").format(count=open_items),
        ]
    )
    oit = found.prediction.instruments.get("OIT")
    if oit is not None:
        print_list(
            [_("OIT as predicted: {low} to {high}").format(low=shown(oit.low, most=2), high=shown(oit.high, most=2))]
        )
    print_list(list(found.prediction.unconfirmed), mark="?")
