"""What follows a publication, the demonstration, and the command that exports."""

import pytest
from django.core.management import CommandError, call_command
from procrastinate.contrib.django.models import ProcrastinateJob

from prongsai.office.disclosure import services as disclosure
from prongsai.office.site.demo import load_demo_site
from prongsai.office.site.following import follow
from prongsai.office.site.models import BasicPage
from prongsai.office.site.tasks import build_item, build_site
from prongsai.platform.accounts.acting import acting_as
from prongsai.platform.accounts.models import Role
from prongsai.platform.demo.papers.shipped import AGENCY
from published_site import page_of, publish_words, standing


def test_what_is_published_and_withdrawn_is_on_the_site_once_its_jobs_have_run(here):
    with here.speaks():
        made = publish_words(here, "O26")
        follow(made.item)
        follow(made.item)
        names = sorted(ProcrastinateJob.objects.values_list("task_name", flat=True))
        assert [name.rpartition(".")[2] for name in names] == ["build_item", "build_item", "build_site"]
        build_item.func(agency=here.agency.pk, item=made.item_id)
        assert "ระบบน้ำประปา" in page_of(here, "ita/2568/o26")
        disclosure.withdraw(acting_as(here.accounts[Role.COORDINATOR]), made, "เผยแพร่ผิดข้อ")
        build_item.func(agency=here.agency.pk, item=made.item_id)
        assert "เผยแพร่ผิดข้อ" in page_of(here, "ita/2568/o26")
        build_site.func(agency=here.agency.pk)
    assert (standing(here) / "sitemap.xml").read_text(encoding="utf-8").count("<loc>") > 5


def test_the_demonstration_gets_its_basic_pages_once(here):
    here.agency.name = AGENCY
    here.agency.save()
    assert (load_demo_site(here.agency), load_demo_site(here.agency)) == (5, 0)
    with here.speaks():
        assert BasicPage.objects.exclude(words="", rows=[]).count() == 5
        build_site.func(agency=here.agency.pk)
    assert not (standing(here) / "about/plan").exists()
    assert "0-0000-1101" in page_of(here, "about/executives")


def test_the_command_exports_one_agency_and_asks_which_where_there_are_two(here, tmp_path, capsys):
    with pytest.raises(CommandError, match="nongkrachang, thachaemchan"):
        call_command("export_site", str(tmp_path / "out"))
    call_command("export_site", str(tmp_path / "out"), agency=here.agency.code)
    assert (tmp_path / "out/index.html").is_file()
    assert here.agency.name in capsys.readouterr().out
