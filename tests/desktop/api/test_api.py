"""The local API used as another program would: from a file to finished clips."""

from __future__ import annotations

import asyncio
import json
from pathlib import Path

import httpx

from tests.instant_project import write_sound


def test_from_a_file_to_finished_clips(with_api):
    async def test(api):
        run_id = await api.run()
        clips = (await api.client.get(f"/runs/{run_id}/clips")).json()
        assert [clip["wording"]["title"] for clip in clips] == ["Clip 0", "Clip 1"]
        best = clips[0]["id"]

        changed = await api.client.patch(
            f"/clips/{best}", json={"decision": "approved", "title": "  The   loan ", "start": 1.0, "end": 12.5}
        )
        assert changed.status_code == 200, changed.text
        assert changed.json()["wording"]["title"] == "The loan"
        assert changed.json()["cut"]["ranges"] == [{"start": 1.0, "end": 12.5}]
        assert api.project.clip(best).decision == "approved"

        out = api.folder / "out"
        asked = await api.client.post(f"/runs/{run_id}/export", json={"aspects": ["1:1"], "folder": str(out)})
        assert asked.status_code == 202, asked.text
        await api.project.wait(run_id)
        [output] = (await api.client.get(f"/runs/{run_id}/outputs")).json()
        assert (output["clip_id"], output["aspect"], output["state"]) == (best, "1:1", "rendered")
        assert Path(output["files"][0]).parent == out and Path(output["files"][0]).is_file()

        assert (await api.client.post(f"/runs/{run_id}/undo")).json()["label"]
        assert (await api.client.get(f"/clips/{best}")).json()["decision"] == "undecided"
        assert (await api.client.post(f"/runs/{run_id}/redo")).json()["label"]
        assert (await api.client.get(f"/clips/{best}")).json()["decision"] == "approved"

    with_api(test)


def test_the_best_are_made_without_asking(with_api):
    async def test(api):
        saved = await api.client.post(
            "/recipes", json={"name": "Shorts", "options": {"aspects": ["9:16"], "top": 1, "auto_approve": True}}
        )
        assert saved.status_code == 201, saved.text
        file = write_sound(api.folder / "other.wav", 7)
        started = await api.client.post("/runs", json={"path": str(file), "recipe": "Shorts"})
        run = await api.project.wait(started.json()["id"])
        assert run.state == "fully_generated"
        assert run.options.recipe == "Shorts"
        made = (await api.client.get(f"/runs/{run.id}/outputs")).json()
        assert [output["state"] for output in made] == ["rendered"]
        report = (await api.client.get(f"/runs/{run.id}/report")).json()
        assert len(report["sources"]) == 1

    with_api(test)


def test_a_clip_made_by_hand_is_taken_back_and_removed(with_api):
    async def test(api):
        run_id = await api.run()
        made = await api.client.post(f"/runs/{run_id}/clips", json={"start": 100, "end": 130, "title": "Mine"})
        assert made.status_code == 201, made.text
        clip_id = made.json()["id"]
        assert made.json()["is_handmade"] and len((await api.client.get(f"/runs/{run_id}/clips")).json()) == 3
        assert (await api.client.delete(f"/clips/{clip_id}")).status_code == 204
        assert (await api.client.get(f"/clips/{clip_id}")).status_code == 404
        beyond = await api.client.post(f"/runs/{run_id}/clips", json={"start": 9000, "end": 9030})
        assert beyond.status_code == 422 and "600.00 s" in beyond.json()["detail"]

    with_api(test)


def test_what_happens_is_told_as_it_happens(with_api):
    async def test(api):
        told = []
        async with api.client.stream("GET", "/events") as stream:
            assert stream.headers["content-type"].startswith("text/event-stream")
            lines = stream.aiter_lines()
            assert await anext(lines) == "event: Listening"
            run_id = await api.run()
            async with asyncio.timeout(30):
                async for line in lines:
                    if line.startswith("event: "):
                        told.append(line.removeprefix("event: "))
                    elif line.startswith("data: ") and told:
                        data = json.loads(line.removeprefix("data: "))
                        if told[-1] == "RunChanged" and data["run"]["state"] == "analysis_complete":
                            assert data["run"]["id"] == run_id
                            break
        assert {"RunChanged", "JobChanged", "LogWritten", "ClipsChanged"} <= set(told)

    with_api(test)


def test_a_reader_that_goes_is_forgotten(with_api):
    async def test(api):
        def readers() -> int:
            # The search and others begin to listen whenever they are first needed.
            names = [getattr(listener, "__qualname__", "") for listener in api.project._store._listeners]
            return sum(name.startswith("events.") for name in names)

        assert readers() == 0
        async with api.client.stream("GET", "/events") as stream:
            await anext(stream.aiter_lines())
            assert readers() == 1
        async with asyncio.timeout(30):
            while readers():
                await asyncio.sleep(0.01)

    with_api(test)


def test_errors_say_what_happened_and_what_helps(with_api):
    async def test(api):
        broken = api.folder / "broken.mp4"
        broken.write_bytes(b"nothing of the kind")
        answers = [
            await api.client.post("/sources", json={"path": str(broken)}),
            await api.client.post("/sources", json={"path": "relative.mp4"}),
            await api.client.post("/sources", json={"path": "/a\0b"}),
            await api.client.post("/runs", json={"source_id": "none"}),
            await api.client.get("/runs/none"),
            await api.client.post("/runs", json={"path": str(broken), "source_id": "both"}),
            await api.client.post("/runs", json={"path": str(broken), "options": {"transcript": "talk.srt"}}),
            await api.client.post("/runs", content=b'{"path": "/x", "options": {"min_seconds": NaN}}'),
            await api.client.post("/sources", content=b'{"path": "/\\ud800"}'),
        ]
        assert [answer.status_code for answer in answers] == [409, 422, 422, 404, 404, 422, 422, 422, 422]
        assert {answer.headers["content-type"] for answer in answers} == {"application/problem+json"}
        first = answers[0].json()
        assert first["file"] == str(broken) and first["detail"]
        assert api.project.sources() == [] and api.project.runs() == []

    with_api(test)


def test_who_has_no_business_here_is_refused_and_does_nothing(with_api):
    async def test(api):
        port = httpx.URL(api.address).port
        good = {"authorization": f"Bearer {api.client.headers['Authorization'].split(' ', 1)[1]}"}
        refused = [
            ({}, 401),
            ({"authorization": "Bearer wrong"}, 401),
            ({"authorization": "Basic " + good["authorization"].split(" ", 1)[1]}, 401),
            ({**good, "host": f"evil.example:{port}"}, 421),
            ({**good, "host": "127.0.0.1"}, 421),
            ({**good, "origin": "https://evil.example"}, 403),
            ({**good, "origin": "null"}, 403),
            ({**good, "origin": f"http://127.0.0.1:{port}"}, 403),
            ({**good, "sec-fetch-site": "cross-site"}, 403),
        ]
        async with httpx.AsyncClient(base_url=api.address) as stranger:
            for headers, status in refused:
                for answer in (
                    await stranger.post("/queue/pause", headers=headers),
                    await stranger.get("/status", headers=headers),
                    await stranger.get(f"http://127.0.0.1:{port}/openapi.json", headers=headers),
                    await stranger.options("/status", headers=headers),
                ):
                    assert answer.status_code == status, (headers, answer.text)
                    assert "access-control-allow-origin" not in answer.headers
            assert api.project.queue().hold == ""
            assert (
                await stranger.get("/status", headers={**good, "host": f"localhost:{port}"})
            ).status_code == 200

    with_api(test)


def test_what_is_too_large_is_refused(with_api):
    async def pieces():
        for _ in range(30):
            yield b"x" * 50_000

    async def test(api):
        told = await api.client.post("/sources", content=b"x" * 1_000_001)
        untold = await api.client.post("/sources", content=pieces())
        assert (told.status_code, untold.status_code) == (413, 413)

    with_api(test)


def test_the_document_names_every_request_and_the_token(with_api):
    async def test(api):
        document = (await api.client.get(f"{api.address.removesuffix('/v1')}/openapi.json")).json()
        assert document["security"] == [{"token": []}]
        assert {"/v1/runs", "/v1/clips/{clip_id}", "/v1/events", "/v1/search"} <= document["paths"].keys()
        for path, verbs in document["paths"].items():
            for verb, about in verbs.items():
                assert about.get("description"), (verb, path)

    with_api(test)
