"""One piece of an item, by its kind; where an element stands; the days of what came from an earlier year."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any, ClassVar

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from prongsai.ita.thai.months import FULL
from prongsai.office.disclosure.forms.tables import Rows, pasted_rows, sent_rows
from prongsai.office.disclosure.models import ElementSeen, Piece, PieceKind
from prongsai.office.disclosure.services import PieceTold
from prongsai.platform.files.fields import FilesField
from prongsai.platform.files.kinds import EVIDENCE, PAPERS
from prongsai.platform.ui.fields import DateField, LongTextField, TextField, WebAddressField, YearField
from prongsai.platform.web.strict_form import StrictForm

LONGEST_WORDS = 50_000
LONGEST_PASTED = 2_000_000
SHOWN = ("heading", "element", "words", "link", "nothing", "since", "until", "covers", "months", "happened", "received")
BY_KIND: Mapping[PieceKind, tuple[str, ...]] = {
    PieceKind.WORDS: ("words", "nothing"),
    PieceKind.TABLE: ("pasted", "sheet", "words"),
    PieceKind.FILE: ("files", "words"),
    PieceKind.LINK: ("link", "words"),
    PieceKind.REPORT: ("words",),
    PieceKind.RECORDS: ("since", "until", "words"),
}
DAYS = ("covers", "months", "happened", "received")


def months_of(year: int) -> list[tuple[str, str]]:
    """Give the months of a fiscal year (BE), as `2567-10`, each with its name."""
    listed = [(year - 1, month) for month in (10, 11, 12)] + [(year, month) for month in range(1, 10)]
    return [(f"{year}-{month:02}", f"{FULL[month - 1]} {year}") for year, month in listed]


class PieceForm(StrictForm, forms.Form):
    """A piece of one kind. `year` is the fiscal year whose months can be ticked."""

    also: ClassVar[frozenset[str]] = frozenset({"element_number"})
    heading = TextField(label=_("Heading"), required=False, max_length=300)
    element = forms.ChoiceField(label=_("What it answers"), required=False)
    words = LongTextField(label=_("Text"), required=False, max_length=LONGEST_WORDS)
    nothing = forms.BooleanField(label=_("There is nothing to report"), required=False)
    pasted = LongTextField(
        label=_("Table, copied from Excel"), required=False, max_length=LONGEST_PASTED,
        help_text=_("The first row is the head. At most 5,000 rows."),
    )  # fmt: skip
    link = WebAddressField(label=_("Address of the page"))
    since = DateField(label=_("From"), required=False)
    until = DateField(label=_("Until"), required=False)
    covers = YearField(label=_("Fiscal year of the content"), required=False)
    months = forms.MultipleChoiceField(
        label=_("Months covered"), required=False, widget=forms.CheckboxSelectMultiple,
        help_text=_("Tick also months for which it says that there was nothing."),
    )  # fmt: skip
    happened = DateField(label=_("Happened on"), required=False)
    received = DateField(label=_("Received by the office on"), required=False)
    seen = forms.CharField(widget=forms.HiddenInput, required=False)

    def __init__(
        self,
        *args: Any,
        kind: PieceKind,
        elements: Sequence[str],
        year: int,
        piece: Piece | None = None,
        **options: Any,
    ) -> None:
        super().__init__(*args, **options)
        self.kind, self.piece, self.rows = kind, piece, [] if piece is None else piece.rows
        self.doubts: list[str] = []
        self.fields["sheet"] = FilesField(
            purpose=PAPERS, single=True, required=False, label=_("or a file with one sheet"),
            help_text=_("Excel (.xlsx) or .csv, at most 20 MB."),
        )  # fmt: skip
        self.fields["files"] = FilesField(
            purpose=EVIDENCE, required=kind is PieceKind.FILE and piece is None, label=_("Files")
        )
        kept = (*BY_KIND[kind], "heading", "element", *DAYS, "seen")
        for name in [name for name in self.fields if name not in kept]:
            del self.fields[name]
        known = [*elements, *([piece.element] if piece and piece.element and piece.element not in elements else [])]
        choices = [("", _("A part of the page as a whole")), *((text, text) for text in known)]
        self.fields["element"].choices = choices  # type: ignore[attr-defined]
        told = months_of(year)
        foreign = sorted({*(piece.months if piece else ())} - {key for key, _name in told})
        self.fields["months"].choices = [*((key, key) for key in foreign), *told]  # type: ignore[attr-defined]
        if "words" in self.fields and kind is not PieceKind.WORDS:
            self.fields["words"].label = _("Words beside it")
        self.order_fields(("heading", "element", *BY_KIND[kind], *DAYS))

    def clean(self) -> dict[str, Any]:
        """Read the table; refuse words that are none, and a period that ends before it begins."""
        told = super().clean() or self.cleaned_data
        if self.kind is PieceKind.TABLE:
            self._read_table(told)
        if self.kind is PieceKind.WORDS and not self.errors and bool(told.get("words")) == bool(told.get("nothing")):
            self.add_error("words", _("Write the text, or tick that there is nothing to report. Not both."))
        if told.get("since") and told.get("until") and told["until"] < told["since"]:
            self.add_error("until", _("The last day lies before the first."))
        return dict(told)

    def _read_table(self, told: Mapping[str, Any]) -> None:
        rows: Rows = []
        name = "sheet" if told.get("sheet") else "pasted"
        try:
            if told.get("sheet"):
                rows, self.doubts = sent_rows(told["sheet"][0])
            elif told.get("pasted"):
                rows = pasted_rows(told["pasted"])
            elif self.piece is None and not self.errors:
                raise ValidationError(_("Paste the table, or choose a file."))
        except ValidationError as refused:
            self.add_error(name, refused)
        self.rows = rows or self.rows

    @property
    def days(self) -> list[Any]:
        """The boxes about years and days, which most pieces need not."""
        return [self[name] for name in DAYS]

    @property
    def foremost(self) -> list[Any]:
        """The boxes that come first."""
        return [self[name] for name in self.fields if name not in DAYS and name != "seen"]

    @property
    def days_wrong(self) -> bool:
        """Whether something about years and days must be corrected, or is filled in."""
        return any(self[name].errors or self.initial.get(name) for name in DAYS)

    @staticmethod
    def start(piece: Piece) -> dict[str, Any]:
        """Give what the form shows first."""
        return {name: getattr(piece, name) for name in SHOWN}

    @property
    def told(self) -> PieceTold:
        """The piece as it was given; what the form does not show stays."""
        held = (
            {} if self.piece is None else {name: getattr(self.piece, name) for name in ("report_id", "source", "topic")}
        )
        sent = {name: self.cleaned_data[name] for name in SHOWN if name in self.fields}
        if self.piece is not None:
            held |= {name: getattr(self.piece, name) for name in SHOWN if name not in self.fields}
        return PieceTold(**held, **sent, rows=self.rows, files=self.cleaned_data.get("files") or ())


class NothingForm(StrictForm, forms.Form):
    """The one press: nothing to report under an element."""

    element = forms.ChoiceField()

    def __init__(self, *args: Any, elements: Sequence[str], **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["element"].choices = [(text, text) for text in elements]  # type: ignore[attr-defined]


class SeenForm(StrictForm, forms.Form):
    """In which piece an element stands, and where in it."""

    element = forms.ChoiceField(label=_("Element"))
    piece = forms.ModelChoiceField(label=_("It stands in"), queryset=Piece.objects.none(), empty_label=None)
    place = TextField(label=_("Page or place"), required=False, max_length=100)
    state = forms.ChoiceField(label=_("What stands there"), choices=ElementSeen.State.choices)

    def __init__(self, *args: Any, elements: Sequence[str], pieces: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["element"].choices = [(text, text) for text in elements]  # type: ignore[attr-defined]
        self.fields["piece"].queryset = pieces  # type: ignore[attr-defined]


class DatesForm(StrictForm, forms.Form):
    """The days of a piece that came from an earlier year, as somebody found them."""

    covers = YearField(label=_("Fiscal year of the content"))
    happened = DateField(label=_("Happened on"), required=False)
    looked = forms.BooleanField(label=_("I have looked at every day in the text and in the files"))

    @property
    def days(self) -> tuple[int, date | None]:
        """The year and the day."""
        return self.cleaned_data["covers"], self.cleaned_data["happened"]
