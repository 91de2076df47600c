from decimal import Decimal

import pytest

from prongsai.ita.papers.blocks import (
    BarChart,
    ChangeChart,
    Gap,
    Heading,
    HeatMap,
    Items,
    Notice,
    PageBreak,
    Paragraph,
    Radar,
    SignatureBlock,
    Table,
)
from prongsai.ita.writing import write_docx, write_pdf

AGENCY = "องค์การบริหารส่วนตำบลหนองกระจ่าง"


@pytest.fixture(scope="module")
def paper_2567(composed):
    return composed(2567, 2568, items={"O33": Decimal(0)}, changes={1: Decimal("1.50"), 4: Decimal("-4.89")})


def flat(content):
    return "".join(part if isinstance(part, str) else f"[{part.asks_for}]" for part in content)


def cell_text(cell):
    return " ".join(
        " ".join(flat(entry) for entry in block.entries) if isinstance(block, Items) else flat(block.content)
        for block in cell.content
    )


def rows_of(table):
    return [row.band if row.band is not None else tuple(cell_text(cell) for cell in row.cells) for row in table.rows]


def tables_of(paper):
    return [block for block in paper.blocks if isinstance(block, Table)]


def said(paper):
    return " ".join(flat(block.content) for block in paper.blocks if isinstance(block, Paragraph))


def test_the_title_names_both_years_and_the_agency(paper_2567):
    assert paper_2567.title[1].endswith("2567")
    assert paper_2567.title[3].endswith("2568")
    assert paper_2567.title[4] == AGENCY


def test_the_opening_tells_overall_and_level_as_published(paper_2567):
    assert "ได้คะแนนภาพรวม 88.75 คะแนน อยู่ในระดับ “ผ่าน” นั้น" in said(paper_2567)


def test_scores_stand_by_indicator_with_their_change(paper_2567):
    rows = rows_of(tables_of(paper_2567)[0])
    assert rows[3] == ("4 การใช้ทรัพย์สินของราชการ", "IIT", "78.16", "-4.89")
    assert rows[0][-1] == "+1.50"
    assert rows[1][-1] == "–"
    assert rows[-1][:3] == ("คะแนนภาพรวม", "–", "88.75")


def test_without_a_year_to_compare_there_is_no_column_of_changes(composed):
    assert [column.header for column in tables_of(composed(2567, 2568))[0].columns] == ["ตัวชี้วัด", "แบบวัด", "คะแนน"]


def test_the_dearest_thing_comes_first_though_it_is_not_the_lowest_score(paper_2567):
    rows = rows_of(tables_of(paper_2567)[1])
    assert rows[0][0].startswith("ข้อ O33")
    assert rows[0][-1] == "2.50"
    assert ("ตัวชี้วัดที่ 8", "การปรับปรุงการทำงาน", "83.62", "1.64") in rows
    assert ("ตัวชี้วัดที่ 4", "การใช้ทรัพย์สินของราชการ", "78.16", "1.31") in rows


def test_prices_are_called_an_internal_estimate_and_can_be_left_out(composed, paper_2567):
    assert "ประมาณการภายในของหน่วยงาน" in said(paper_2567)
    published = composed(2567, 2568, with_prices=False)
    assert "ประมาณการ" not in said(published)
    assert [heading.text for heading in published.blocks if isinstance(heading, Heading)][1:3] == [
        "1.1 คะแนนรายตัวชี้วัด",
        "1.2 จุดที่ควรพัฒนา",
    ]


def test_weak_bars_are_those_under_the_pass_mark(paper_2567):
    chart = next(block for block in paper_2567.blocks if isinstance(block, BarChart))
    assert chart.mark == 85
    assert [bar.label.split()[0] for bar in chart.bars if bar.weak] == ["4", "8"]
    assert "78.16" in chart.summary


CHANGES = {n: Decimal(n) / 10 - Decimal("0.50") for n in range(1, 10)}  # nothing is known of the tenth


def charts_of(paper):
    return [block for block in paper.blocks if isinstance(block, BarChart | Radar | ChangeChart | HeatMap)]


def test_with_the_year_before_both_years_stand_in_the_table_and_on_a_radar(composed):
    paper = composed(2567, 2568, changes=CHANGES, year_before=2566)
    table = tables_of(paper)[0]
    assert [column.header for column in table.columns][2:] == ["คะแนน ปี 2566", "คะแนน ปี 2567", "เปลี่ยนแปลง"]
    assert rows_of(table)[3][2:] == ("78.26", "78.16", "-0.10")
    assert rows_of(table)[9][2:] == ("–", "87.50", "–")
    assert rows_of(table)[-1] == ("คะแนนภาพรวม", "–", "–", "88.75", "–")
    radar, changes = charts_of(paper)
    assert [series.name for series in radar.series] == ["ปี 2567", "ปี 2566"]
    assert [series.values[3] for series in radar.series] == [Decimal("78.16"), Decimal("78.26")]
    assert radar.series[1].values[9] is None
    assert len(changes.changes) == 9
    assert radar.tabled
    assert changes.tabled
    assert [chart.caption.split()[1] for chart in (radar, changes)] == ["1", "2"]


def test_the_overall_of_both_years_stands_in_the_table_with_its_change(composed):
    paper = composed(2567, 2568, changes=CHANGES, year_before=2566, overall_before=Decimal("86.46"))
    assert rows_of(tables_of(paper)[0])[-1] == ("คะแนนภาพรวม", "–", "86.46", "88.75", "+2.29")


def test_a_remark_about_one_lost_item_is_not_headed_by_another(composed):
    paper = composed(2567, 2568, items={"O33": Decimal(0), "O16": Decimal(0)})
    listed = [flat(entry) for block in paper.blocks if isinstance(block, Items) for entry in block.entries]
    told = [line for line in listed if "ยังไม่ทราบองค์ประกอบ" in line]
    assert len(told) == 2
    assert all(line.startswith(("ข้อ O33 (", "ข้อ O16 (")) for line in told)


def test_changes_since_a_year_that_nobody_names_are_drawn_but_no_second_year_is(composed):
    kinds = [type(chart) for chart in charts_of(composed(2567, 2568, changes=CHANGES))]
    assert kinds == [BarChart, ChangeChart]
    assert [type(chart) for chart in charts_of(composed(2567, 2568, changes={1: Decimal(1)}, year_before=2566))] == [
        BarChart
    ]


def test_scores_of_questions_become_a_map_with_those_under_the_mark_named(composed):
    questions = {"I1": Decimal("92.10"), "I2": Decimal("84.99"), "E13": Decimal("72.90")}
    heat_map = charts_of(composed(2566, 2567, questions=questions))[-1]
    assert [[cell.label for cell in row.cells] for row in heat_map.rows] == [["I1", "I2"], ["E13"]]
    assert [cell.weak for row in heat_map.rows for cell in row.cells] == [False, True, True]
    assert heat_map.summary.endswith("ข้อที่ต่ำกว่าค่าเป้าหมาย: I2, E13")
    assert not any(isinstance(chart, HeatMap) for chart in charts_of(composed(2566, 2567)))


def test_measures_stand_under_all_issues_and_an_issue_without_any_says_none(paper_2567):
    rows = rows_of(tables_of(paper_2567)[-1])
    bands = [row for row in rows if isinstance(row, str)]
    assert [band.split()[:2] for band in bands] == [["ประเด็นที่", str(number)] for number in range(1, 8)]
    assert rows[rows.index(bands[2]) + 1][0] == "ไม่มี"


def test_every_weak_point_is_answered_by_a_row(paper_2567):
    answered = " ".join(row[0] for row in rows_of(tables_of(paper_2567)[-1]) if not isinstance(row, str))
    named = [row[0] for row in rows_of(tables_of(paper_2567)[2])]
    assert named
    assert [label for label in named if label not in answered] == []


def test_the_measures_lie_on_landscape_pages_and_the_rest_stands(paper_2567):
    assert [block.landscape for block in paper_2567.blocks if isinstance(block, PageBreak)] == [True, False]


def test_limits_and_proposals_that_nobody_wrote_say_none(composed, paper_2567):
    assert said(paper_2567).count("ไม่มี") == 2
    written = composed(2567, 2568, limitations=("งานหลายด้าน", "คนน้อย"), proposals=("ขอพี่เลี้ยง",))
    assert ("คนน้อย",) in [entry for block in written.blocks if isinstance(block, Items) for entry in block.entries]
    assert "ขอพี่เลี้ยง" in said(written)


def test_signatures_ask_for_names_and_posts_and_the_paper_is_a_draft(paper_2567):
    signers = [block for block in paper_2567.blocks if isinstance(block, SignatureBlock)]
    assert [signer.role for signer in signers] == ["ผู้จัดทำ", "ผู้เห็นชอบ", "ผู้อนุมัติ"]
    assert all(isinstance(signer.name, Gap) for signer in signers)
    assert paper_2567.draft


def test_a_year_without_questions_or_issues_is_planned_by_indicator_and_says_what_is_unconfirmed(composed):
    paper = composed(2569, 2570, level=None)
    measures = tables_of(paper)[-1]
    assert measures.columns[-1].header == "การติดตามผล"
    assert all(row.startswith("ตัวชี้วัดที่") for row in rows_of(measures) if isinstance(row, str))
    told = " ".join(flat(entry) for block in paper.blocks if isinstance(block, Items) for entry in block.entries)
    assert "2570" in told
    assert "ยังไม่ยืนยัน" in told
    assert "อยู่ในระดับ" not in said(paper)


def test_a_printed_overall_that_does_not_match_is_shown_beside_the_computed_one(composed):
    paper = composed(2567, 2568, overall="88.99")
    notices = [block.text for block in paper.blocks if isinstance(block, Notice)]
    assert any("88.99" in text and "88.75" in text and "ควรตรวจสอบ" in text for text in notices)
    assert "ได้คะแนนภาพรวม 88.99" in said(paper)


def test_the_paper_becomes_pdf_and_word_with_the_same_words(paper_2567, day, text_of, opened):
    printed = "".join(text_of(write_pdf(paper_2567, day)).split())
    document = opened(write_docx(paper_2567, day))
    words = [cell.text for table in document.tables[:1] for row in table.rows for cell in row.cells]
    words += [paragraph.text for paragraph in document.paragraphs if "." * 5 not in paragraph.text]
    lost = [text for text in words if "".join(text.split()) not in printed and "เส้นประ" not in text]
    assert lost == []


def test_a_remark_that_several_rows_share_is_made_once(composed):
    paper = composed(2569, 2570)
    listed = [flat(entry) for block in paper.blocks if isinstance(block, Items) for entry in block.entries]
    shared = [line for line in listed if "ข้อค้นพบร่างจากคะแนนของตัวชี้วัด" in line]
    assert len(shared) == 1
    assert "ตัวชี้วัดที่ 4, " in shared[0]
