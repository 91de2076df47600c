"""Charts as SVG for the screen and for web pages: see `chart_svg`."""

from prongsai.ita.writing.svg.chart import chart_element, chart_svg

__all__ = ["chart_element", "chart_svg"]
