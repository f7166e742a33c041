"""Styles from the command line, each verb a program of its own: made by hand, handed to somebody else."""

from __future__ import annotations

from pathlib import Path

from tests.core.styles.packages import write_font, write_logo
from tests.e2e.conftest import Program


def test_a_style_is_published_handed_on_and_imported(program: Program, tmp_path: Path) -> None:
    made = tmp_path / "acme"
    write_logo(made / "images" / "logo.png")
    write_font(made / "fonts" / "acme.otf", "Acme Sans")
    (made / "style.toml").write_text(
        'name = "acme"\n[captions]\nfont_families = ["Acme Sans"]\n[logo]\nfile = "images/logo.png"\n'
    )
    published = program.here("styles", "publish", made, "--note", "First")
    assert (published.code, published.out.splitlines()[0]) == (0, "Published acme@1.")
    exported = program.here("styles", "export", "acme", tmp_path / "acme")
    assert exported.code == 0, exported.err
    file = Path(exported.out.strip())

    other = Program(tmp_path / "other home", tmp_path / "weights")
    assert other.here("styles", "import", file).out.startswith("Imported acme@1.\nFont    Acme Sans")
    file.write_bytes(file.read_bytes()[:-30])
    refused = other.here("styles", "import", file)
    assert refused.code == 1
    assert "not imported" in refused.err
    assert str(file) in refused.err
    assert "Traceback" not in refused.err
