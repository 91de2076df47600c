"""Charts as SVG for the screen and for web pages: see `chart_svg`."""

from prongsai.ita.writing.svg.chart import chart_element, chart_svg
from prongsai.ita.writing.svg.plan_bars import PlanBar, plan_svg

__all__ = ["PlanBar", "chart_element", "chart_svg", "plan_svg"]
