"""A contact sheet made of a real run, played and decided on in a real browser, and its answers read back."""

from __future__ import annotations

import json
import re
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from selenium import webdriver
from selenium.webdriver.chrome.service import Service
from selenium.webdriver.common.by import By
from selenium.webdriver.common.keys import Keys
from selenium.webdriver.support.ui import WebDriverWait

LONGEST_SECONDS = 120


@pytest.fixture
def downloads(tmp_path: Path) -> Path:
    folder = tmp_path / "downloads"
    folder.mkdir()
    return folder


@pytest.fixture
def browser(downloads: Path, tmp_path: Path) -> Iterator[webdriver.Chrome]:
    """Return headless Chromium without a network, in a profile of its own."""
    program, driver = shutil.which("chromium"), shutil.which("chromedriver")
    if program is None or driver is None:
        pytest.skip("Chromium and its driver are not installed")
    options = webdriver.ChromeOptions()
    options.binary_location = program
    for argument in (
        *("--headless=new", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", "--mute-audio"),
        *("--host-resolver-rules=MAP * ~NOTFOUND", "--window-size=1280,800"),
        f"--user-data-dir={tmp_path / 'profile'}",
    ):
        options.add_argument(argument)
    options.add_experimental_option(
        "prefs", {"download.default_directory": str(downloads), "download.prompt_for_download": False}
    )
    options.set_capability("goog:loggingPrefs", {"browser": "ALL"})
    chrome = webdriver.Chrome(options=options, service=Service(driver))
    yield chrome
    chrome.quit()


def until(browser: webdriver.Chrome, condition: Any) -> Any:
    return WebDriverWait(browser, LONGEST_SECONDS).until(condition)


def test_clips_are_played_and_decided_on_in_a_browser(
    sample_run: Any, analysed: Path, browser: webdriver.Chrome, downloads: Path, tmp_path: Path
) -> None:
    program = sample_run.program
    clips = [clip for clip in sample_run.ran.summary["clips"] if clip["decision"] == "approved"]
    run, wanted = sample_run.ran.summary["run_id"], ",".join(clip["id"] for clip in clips)
    page = tmp_path / "for Ana ü.html"
    sheet = ("sheet", run, "--workspace", analysed, "--clips", wanted, "--aspect", "1:1")
    made = program(*sheet, "--out", page)
    assert made.code == 0, made.err

    browser.get(page.as_uri())
    cards = browser.find_elements(By.TAG_NAME, "article")
    assert len(cards) == 2
    assert browser.find_element(By.ID, "count").text.startswith("2 of 2 approved")
    body = browser.find_element(By.TAG_NAME, "body")
    body.send_keys(Keys.ARROW_DOWN)
    browser.switch_to.active_element.send_keys(Keys.SPACE)
    video = cards[0].find_element(By.TAG_NAME, "video")
    until(browser, lambda _: video.get_property("currentTime") > 0.5)
    assert (video.get_property("videoWidth"), video.get_property("videoHeight")) == (360, 360)
    assert video.get_property("duration") == pytest.approx(clips[0]["end"] - clips[0]["start"], abs=0.2)
    browser.switch_to.active_element.send_keys("x")
    browser.switch_to.active_element.send_keys(Keys.ARROW_DOWN)
    assert video.get_property("paused")
    browser.switch_to.active_element.send_keys("m")
    cards[1].find_element(By.TAG_NAME, "textarea").send_keys("Ends too early: 🔥 <b>")
    assert browser.find_element(By.ID, "count").text.startswith("0 of 2 approved")
    browser.find_element(By.ID, "by").send_keys("Ana")
    browser.find_element(By.ID, "save").click()
    saved = until(browser, lambda _: next(iter(downloads.glob("*decisions.json")), None))
    assert not [entry for entry in browser.get_log("browser") if entry["level"] == "SEVERE"]

    read = program.here("sheet", run, "--workspace", analysed, "--read", saved, "--apply")
    assert read.code == 0, read.err
    assert "2 clips changed, 0 as before." in read.out
    assert "rejected, was approved" in read.out
    shown = {
        clip["id"]: clip
        for clip in json.loads(program.here("show", run, "--workspace", analysed, "--json").out)["clips"]
    }
    assert [shown[clip["id"]]["decision"] for clip in clips] == ["rejected", "maybe"]
    assert program.here("sheet", run, "--workspace", analysed, "--read", saved).out == (
        "0 clips would change, 2 as before.\n"
    )

    german = tmp_path / "für Ana.html"
    made = program(*sheet, "--language", "de", "--out", german)
    assert made.code == 0, made.err
    browser.get(german.as_uri())
    assert browser.find_element(By.TAG_NAME, "html").get_attribute("lang") == "de"
    assert browser.find_element(By.ID, "count").text.startswith("0 von 2 angenommen")
    assert re.fullmatch(r"2 Clips · \d+\. \w+ \d{4}", browser.find_element(By.ID, "about").text)
    for card in browser.find_elements(By.TAG_NAME, "article"):
        assert re.match("(Eine Aussage|Ein Moment), d(ie|er) ", card.find_element(By.CLASS_NAME, "why").text)
    browser.find_element(By.ID, "save").click()
    again = until(browser, lambda _: next(iter({*downloads.glob("*decisions*.json")} - {saved}), None))
    assert _decided(again) == _decided(saved)


def _decided(file: Path) -> Any:
    """Return what a file of decisions says, but for who decided."""
    return {**json.loads(file.read_text(encoding="utf-8")), "by": ""}
