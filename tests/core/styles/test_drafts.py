"""Drafts: kept whenever they change, whole or as they were, and never seen by a run."""

from __future__ import annotations

from pathlib import Path

import pytest

from core.errors import StyleError
from core.schema.style import Style
from core.styles.authoring import drafts as module
from core.styles.authoring import removal, store
from core.styles.authoring.drafts import add_file, discard_draft, drafts, load_draft, save_draft
from core.styles.authoring.publishing import next_version, publish
from core.styles.authoring.removal import remove_version
from core.styles.library import load_style, newest_styles, published_styles, published_versions
from tests.core.styles.packages import brand, write_font, write_logo
from tests.kill_points import killed_at, killed_at_every_line


def test_a_draft_is_kept_with_its_files_and_found_again(tmp_path: Path) -> None:
    logo = write_logo(tmp_path / "pictures" / "My Logo.PNG")
    draft, name = add_file(Style(name="brand", version=3, title="Brand"), logo, tmp_path)
    assert name == "images/My Logo.png"
    kept = save_draft(draft.model_copy(update={"logo": draft.logo.model_copy(update={"file": name})}), tmp_path)
    assert kept.assets[0].path == tmp_path / "drafts" / "brand" / name
    assert drafts(tmp_path) == (kept,)
    assert (load_draft("brand", tmp_path).title, kept.version) == ("Brand", 3)
    # No run ever sees it, whatever it is called.
    save_draft(Style(name="7", version=1), tmp_path)
    assert published_styles(tmp_path) == ()
    assert {style.name for style in newest_styles(tmp_path)}.isdisjoint({"brand", "7", "drafts"})
    with pytest.raises(StyleError, match="no style named “brand”"):
        load_style("brand", tmp_path)


def test_files_of_one_name_do_not_take_each_others_place(tmp_path: Path) -> None:
    draft = Style(name="brand", version=1)
    first, name = add_file(draft, write_logo(tmp_path / "a" / "logo.png", 1), tmp_path)
    second, other = add_file(first, write_logo(tmp_path / "b" / "logo.png", 2), tmp_path)
    third, again = add_file(second, tmp_path / "a" / "logo.png", tmp_path)
    assert (name, other, again) == ("images/logo.png", "images/logo-2.png", "images/logo.png")
    # What was undone is still there to be kept again.
    assert [asset.name for asset in save_draft(third, tmp_path).assets] == [other, name]
    assert [asset.name for asset in save_draft(first, tmp_path).assets] == [name]


def test_a_file_of_no_use_is_refused(tmp_path: Path) -> None:
    (tmp_path / "film.mp4").write_bytes(b"x")
    with pytest.raises(StyleError, match=r"no use for a file of this kind.*otf.*png.*wav"):
        add_file(Style(name="brand", version=1), tmp_path / "film.mp4", tmp_path)
    with pytest.raises(StyleError, match="No such file"):
        add_file(Style(name="brand", version=1), tmp_path / "missing.png", tmp_path)


def test_a_draft_that_is_not_valid_is_refused_and_the_one_before_stays(tmp_path: Path) -> None:
    save_draft(Style(name="brand", version=1, title="Before"), tmp_path)
    with pytest.raises(StyleError, match="is not in the package"):
        save_draft(
            Style.model_validate({"name": "brand", "version": 1, "logo": {"file": "images/x.png"}}), tmp_path
        )
    assert load_draft("brand", tmp_path).title == "Before"
    (tmp_path / "drafts" / "brand" / "style.toml").write_text("broken")
    assert drafts(tmp_path) == ()
    with pytest.raises(StyleError, match="no valid TOML"):
        load_draft("brand", tmp_path)


def test_a_discarded_draft_is_gone_and_its_name_is_free(tmp_path: Path) -> None:
    save_draft(Style(name="brand", version=1), tmp_path)
    discard_draft("brand", tmp_path)
    discard_draft("brand", tmp_path)
    discard_draft("../brand", tmp_path)
    assert drafts(tmp_path) == ()
    assert not list((tmp_path / "drafts").iterdir())


def test_editing_after_publishing_changes_the_draft_alone(tmp_path: Path) -> None:
    write_font(tmp_path / "source" / "fonts" / "a.otf", "Draft Sans")
    draft = save_draft(brand(tmp_path / "source"), tmp_path)
    first = publish(draft, tmp_path)
    edited = draft.model_copy(update={"captions": draft.captions.model_copy(update={"size": 99.0})})
    save_draft(edited, tmp_path)
    assert load_style("brand@1", tmp_path) == first
    second = publish(load_draft("brand", tmp_path), tmp_path)
    assert (second.version, second.captions.size) == (2, 99.0)
    assert load_style("brand@1", tmp_path) == first


def test_a_removed_version_is_gone_for_good_and_its_number_with_it(tmp_path: Path) -> None:
    publish(Style(name="brand", version=1, title="One"), tmp_path)
    publish(Style(name="brand", version=1, title="Two"), tmp_path)
    remove_version("brand@2", tmp_path)
    assert [style.pin for style in published_styles(tmp_path)] == ["brand@1"]
    assert next_version("brand", tmp_path) == 3
    assert publish(Style(name="brand", version=1, title="Two"), tmp_path).pin == "brand@3"
    remove_version("brand@1", tmp_path)
    remove_version("brand@3", tmp_path)
    assert next_version("brand", tmp_path) == 4
    for pin, told in (("brand@3", "no brand@3 among"), ("brand", "which version"), ("clean@1", "comes with")):
        with pytest.raises(StyleError, match=told):
            remove_version(pin, tmp_path)


def test_killed_at_any_line_a_version_is_there_or_gone_and_its_number_is_never_free(tmp_path: Path) -> None:
    kills = 0
    for number in range(200):
        folder = tmp_path / str(number)
        publish(Style(name="brand", version=1), folder)
        if not killed_at(number * 3, lambda folder=folder: remove_version("brand@1", folder), [removal, store]):
            break
        kills += 1
        assert next_version("brand", folder) == 2
        if published_versions(folder):
            assert load_style("brand@1", folder).pin == "brand@1"
            remove_version("brand@1", folder)
        assert published_versions(folder) == []
    assert kills > 8


def test_killed_at_any_line_a_draft_is_what_it_was_or_what_it_became(tmp_path: Path) -> None:
    logo = write_logo(tmp_path / "logo.png")
    told = {"logo": {"file": "images/logo.png"}}
    after = Style.model_validate({"name": "brand", "version": 1, "title": "After", **told})

    def save(number: int) -> None:
        folder = tmp_path / str(number)
        held, _ = add_file(after, logo, folder)
        save_draft(held, folder)

    kills = 0
    for number in killed_at_every_line(lambda n: _begin_and(save, n, tmp_path), [module]):
        kills += 1
        (kept,) = drafts(tmp_path / str(number))
        assert (kept.title, kept.logo.file) in {("Before", ""), ("After", "images/logo.png")}
    assert kills > 20


def _begin_and(save: object, number: int, folder: Path) -> None:
    assert callable(save)
    place = folder / str(number) / "drafts" / "brand"
    place.mkdir(parents=True)
    (place / "style.toml").write_text('name = "brand"\ntitle = "Before"\n')
    save(number)
