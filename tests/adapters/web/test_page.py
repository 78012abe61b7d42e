"""The page as files: nothing from elsewhere, no way for text to become markup, colours that can be read."""

import re
from pathlib import Path

import pytest

PAGE = Path(__file__).parents[3] / "adapters" / "web" / "page"
FILES = sorted(PAGE.iterdir())
CSS = (PAGE / "room.css").read_text(encoding="utf-8")
LIGHT, DARK = re.split(r"@media \(prefers-color-scheme: dark\)", CSS)[:2]
TEXT_ON = (
    ("ink", "paper"),
    ("ink", "raised"),
    ("ink", "wash"),
    ("quiet", "paper"),
    ("quiet", "raised"),
    ("quiet", "wash"),
    ("one", "paper"),
    ("one", "raised"),
    ("one", "wash"),
    ("on-one", "one"),
    ("two", "paper"),
    ("wrong", "paper"),
    ("wrong", "raised"),
)
EDGE_ON = (("edge", "paper"), ("edge", "raised"), ("edge", "wash"), ("one", "paper"), ("two", "paper"))


def colours(css: str) -> dict[str, str]:
    """Return the colours a part of the style defines."""
    return dict(re.findall(r"--([a-z-]+): (#[0-9a-f]{6});", css.partition("}")[0]))


def lightness(colour: str) -> float:
    """Return the relative luminance of a colour, as WCAG 2 defines it."""
    parts = (int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5))
    red, green, blue = (p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    """Return the contrast of two colours, from 1 to 21."""
    darker, lighter = sorted((lightness(one), lightness(other)))
    return (lighter + 0.05) / (darker + 0.05)


@pytest.mark.parametrize("scheme", [LIGHT, DARK], ids=["light", "dark"])
@pytest.mark.parametrize(("text", "ground"), TEXT_ON, ids=lambda name: name)
def test_text_can_be_read(scheme: str, text: str, ground: str) -> None:
    """AA asks for 4.5 to 1."""
    palette = colours(LIGHT) | colours(scheme)

    assert contrast(palette[text], palette[ground]) >= 4.5


@pytest.mark.parametrize("scheme", [LIGHT, DARK], ids=["light", "dark"])
@pytest.mark.parametrize(("edge", "ground"), EDGE_ON, ids=lambda name: name)
def test_edges_of_fields_and_the_focus_can_be_seen(scheme: str, edge: str, ground: str) -> None:
    """AA asks for 3 to 1 where a line says what something is."""
    palette = colours(LIGHT) | colours(scheme)

    assert contrast(palette[edge], palette[ground]) >= 3


def test_both_schemes_define_every_colour() -> None:
    """A colour that is forgotten in the dark is a light one at night."""
    assert colours(LIGHT).keys() == colours(DARK).keys()
    assert "light dark" in CSS
    assert "prefers-reduced-motion" in CSS


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_nothing_is_loaded_from_elsewhere(path: Path) -> None:
    """No address of another machine stands in the page; the name of a namespace is none."""
    text = path.read_text(encoding="utf-8").replace("http://www.w3.org/2000/svg", "")

    assert re.findall(r"https?://|@import|url\(", text) == []


@pytest.mark.parametrize("path", [path for path in FILES if path.suffix == ".js"], ids=lambda path: path.name)
def test_no_text_becomes_markup(path: Path) -> None:
    """Every way in which a script can make markup or code of a text is left out."""
    ways = (
        r"innerHTML|outerHTML|insertAdjacentHTML|document\.write|createContextualFragment|setHTML|srcdoc"
        r"|\beval\b|new Function|DOMParser"
    )

    assert re.findall(ways, path.read_text(encoding="utf-8")) == []


def test_the_page_has_no_script_or_style_inside() -> None:
    """The policy that the server sends would refuse them."""
    html = (PAGE / "index.html").read_text(encoding="utf-8")

    assert re.findall(r"<style|style=|\son[a-z]+=|javascript:", html) == []
    assert re.findall(r"<script[^>]*>(?!</script>)", html) == []
    assert html.count("<h1") == 1
