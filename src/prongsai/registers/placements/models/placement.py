"""A placement: something that hangs at a place."""

from __future__ import annotations

from datetime import date

from django.db import models
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from prongsai.ita.thai import fiscal_year_of, fiscal_year_span, search_key
from prongsai.platform.accounts.acting import Acting
from prongsai.platform.agency.models import Unit
from prongsai.platform.calendar.months import months_later
from prongsai.platform.tenancy.history import tracked
from prongsai.platform.tenancy.models import OfAgency
from prongsai.registers.placements.models.place import Place


class Kind(models.TextChoices):
    """What it is."""

    POSTER = "poster", _("Poster")
    SIGN = "sign", _("Signboard")
    BOX = "box", _("Box")
    BOARD = "board", _("Notice board")
    KIOSK = "kiosk", _("Stand or screen")


class State(models.TextChoices):
    """Whether it hangs."""

    HANGING = "hanging", _("Hanging")
    DAMAGED = "damaged", _("Damaged")
    MISSING = "missing", _("Gone")
    TAKEN_DOWN = "taken-down", _("Taken down")


class Topic(models.TextChoices):
    """What it is put up for: topics of the yearly catalogues."""

    STEPS = "service-steps-and-times", _("Service steps and times")
    QUEUE = "queue-and-equal-service", _("Equal service and turns")
    NEWS = "news-reaches-people", _("News for the public")
    CHANNELS = "information-channels", _("Channels for information")
    FEEDBACK = "feedback-channel", _("Suggestions")
    COMPLAINTS = "corruption-complaint-channel", _("Complaints about corruption")
    NO_GIFTS = "no-gift-policy", _("No gifts")
    ASSETS = "asset-use-rules", _("Rules on using assets")
    PARTICIPATION = "public-participation", _("Taking part")


class Placements(models.QuerySet["Placement"]):
    """Placements of an agency."""

    def visible_to(self, acting: Acting) -> Placements:
        """Give those of one's agency; who came by a personal link knows those of the own unit."""
        found = self.filter(agency=acting.agency)
        if not acting.by_link:
            return found
        person = acting.person
        return found.filter(unit__in=acting.units | ({person.unit_id} if person else set()))

    def standing(self) -> Placements:
        """Give those that are not taken down."""
        return self.exclude(state=State.TAKEN_DOWN)

    def without_photograph(self, today: date) -> Placements:
        """Give those of which there is no photograph of the fiscal year of a day."""
        begun = fiscal_year_span(fiscal_year_of(today)).start
        unseen = models.Q(last_photographed=None) | models.Q(last_photographed__lt=begun)
        return self.standing().filter(unseen)

    def unseen(self, today: date, months: int) -> Placements:
        """Give those that nobody has seen for so many months."""
        return self.standing().filter(last_seen__lt=months_later(today, -months))

    def saying(self, words: str) -> Placements:
        """Give those in whose title, place or record all the words stand, however they are typed."""
        found = self
        for word in search_key(words).split():
            found = found.filter(search_text__contains=word)
        return found


@tracked(leaving_out=("search_text",))
class Placement(OfAgency):
    """Something that hangs. `linked` names a record of another room (`services:12`), for that room to find it again."""

    title = models.CharField(_("What hangs there"), max_length=300)
    kind = models.CharField(_("Kind"), max_length=10, choices=Kind, default=Kind.POSTER)
    place = models.ForeignKey(Place, on_delete=models.PROTECT, related_name="placements", verbose_name=_("Place"))
    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="+", verbose_name=_("Owner unit"))
    topic = models.CharField(_("Put up for"), max_length=60, choices=Topic, blank=True, default="")
    about = models.CharField(_("The paper or record it shows"), max_length=300, blank=True, default="")
    linked = models.CharField(max_length=80, editable=False, blank=True, default="")
    since = models.DateField(_("Hangs since"))
    state = models.CharField(_("State"), max_length=10, choices=State, default=State.HANGING)
    ended = models.DateField(_("Taken down on"), null=True, blank=True)
    ended_because = models.CharField(_("Taken down because"), max_length=300, blank=True, default="")
    last_seen = models.DateField(_("Last seen on"))
    last_photographed = models.DateField(_("Last photograph"), null=True, blank=True)
    made_by = models.CharField(max_length=40, editable=False)
    search_text = models.TextField(editable=False, default="")

    objects = Placements.as_manager()

    class Meta:
        verbose_name = _("Placement")
        verbose_name_plural = _("Placements")
        ordering = ("place__area", "place__name", "title", "id")
        indexes = (models.Index(fields=["agency", "state", "last_seen"], name="placements_by_sight"),)
        constraints = (
            models.CheckConstraint(
                condition=~models.Q(state="taken-down") | models.Q(ended__isnull=False, ended__gte=models.F("since")),
                name="taken_down_on_a_day_after_it_hung",
            ),
        )

    def __str__(self) -> str:
        return self.title

    def get_absolute_url(self) -> str:
        """Give the address of its page."""
        return reverse("placement", args=[self.pk])

    @property
    def is_standing(self) -> bool:
        """Whether it is not taken down."""
        return self.state != State.TAKEN_DOWN

    def lacks_photograph(self, today: date) -> bool:
        """Whether there is no photograph of it of this fiscal year."""
        begun = fiscal_year_span(fiscal_year_of(today)).start
        assert begun is not None
        return self.is_standing and (self.last_photographed is None or self.last_photographed < begun)

    def keep_keys(self) -> None:
        """Set what lists search by."""
        self.search_text = search_key(f"{self.title} {self.place} {self.about} {self.unit}")
