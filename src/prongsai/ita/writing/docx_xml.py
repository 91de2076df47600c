"""Small pieces of WordprocessingML that python-docx has no word for."""

from __future__ import annotations

from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.oxml.xmlchemy import BaseOxmlElement

# The order in which the schema wants these inside their parents; Word refuses a file that mixes them up.
_ORDER = {
    "w:tblPr": "tblStyle tblpPr tblOverlap bidiVisual tblStyleRowBandSize tblStyleColBandSize tblW jc tblCellSpacing "
    "tblInd tblBorders shd tblLayout tblCellMar tblLook tblCaption tblDescription",
    "w:tcPr": "cnfStyle tcW gridSpan hMerge vMerge tcBorders shd noWrap tcMar textDirection tcFitText vAlign hideMark",
    "w:trPr": "cnfStyle divId gridBefore gridAfter wBefore wAfter cantSplit trHeight tblHeader "
    "tblCellSpacing jc hidden",
    "w:sectPr": "headerReference footerReference footnotePr endnotePr type pgSz pgMar paperSrc pgBorders lnNumType "
    "pgNumType cols formProt vAlign noEndnote titlePg textDirection bidi rtlGutter docGrid printerSettings",
    "w:pPr": "pStyle keepNext keepLines pageBreakBefore framePr widowControl numPr suppressLineNumbers pBdr shd tabs "
    "suppressAutoHyphens kinsoku wordWrap overflowPunct topLinePunct autoSpaceDE autoSpaceDN bidi adjustRightInd "
    "snapToGrid spacing ind contextualSpacing mirrorIndents suppressOverlap jc textDirection textAlignment "
    "textboxTightWrap outlineLvl divId cnfStyle rPr sectPr pPrChange",
    "w:rPr": "rStyle rFonts b bCs i iCs caps smallCaps strike dstrike outline shadow emboss imprint noProof "
    "snapToGrid vanish "
    "webHidden color spacing w kern position sz szCs highlight u effect bdr shd fitText vertAlign rtl cs em "
    "lang eastAsianLayout specVanish oMath",
}


def element(tag: str, **attributes: str | int) -> BaseOxmlElement:
    """Return a new element in Word's namespace, such as `element("w:shd", val="clear", fill="EEEEEE")`."""
    made = OxmlElement(tag)
    for name, value in attributes.items():
        made.set(qn(f"w:{name}"), str(value))
    return made


def put(parent: BaseOxmlElement, tag: str, **attributes: str | int) -> BaseOxmlElement:
    """Put one element into its parent, at the place the schema wants and in place of an older one."""
    made = element(tag, **attributes)
    for older in parent.findall(qn(tag)):
        parent.remove(older)
    order = [f"w:{name}" for name in _ORDER["w:" + parent.tag.split("}")[1]].split()]
    later = {qn(name) for name in order[order.index(tag) + 1 :]}
    for place, sibling in enumerate(parent):
        if sibling.tag in later:
            parent.insert(place, made)
            return made
    parent.append(made)
    return made


def twips(centimetres: float) -> int:
    """Return centimetres in twentieths of a point, the unit of Word's tables."""
    return round(centimetres / 2.54 * 1440)
