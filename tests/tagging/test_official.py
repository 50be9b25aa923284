"""Stanza's own models, downloaded over HTTP from a server on this machine in the layout Stanza expects.

The real ones lie on a hub that cannot be asked in a test: its client is made to fail, the rest is the same.
"""

import hashlib
import json
import os
import shutil
import subprocess
import sys
import threading
from collections.abc import Iterator
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import huggingface_hub.errors
import pytest
from stanza.resources import common
from typer.testing import CliRunner, Result

from syria_events.cli.app import app
from syria_events.errors import ModelsError
from syria_events.tagging.store import EMBEDDED, NAMES, PROCESSORS, find_models

INDEX = f"resources_{common.DEFAULT_RESOURCES_VERSION}.json"
BROKEN = "ar/pos/small.pt"


class Server:
    """Serves a folder, notes what is asked for, and cuts one file short if told to."""

    def __init__(self, folder: Path) -> None:
        self.folder, self.asked, self.cut = folder, list[str](), ""
        server = self

        class Handler(SimpleHTTPRequestHandler):
            def do_GET(self) -> None:
                name = self.path.lstrip("/")
                server.asked.append(name)
                if name != server.cut:
                    super().do_GET()
                    return
                content = (server.folder / name).read_bytes()
                self.send_response(200)
                self.send_header("Content-Length", str(len(content)))
                self.end_headers()
                self.wfile.write(content[: len(content) // 2])

            def log_message(self, *_: object) -> None: ...

        self.http = ThreadingHTTPServer(("127.0.0.1", 0), partial(Handler, directory=str(folder)))
        self.url = f"http://127.0.0.1:{self.http.server_port}"


def index(folder: Path, url: str, packages: dict[str, str], vectors: dict[str, object] | None = None) -> None:
    """Write the index Stanza asks for first, with the checksum of every file."""
    arabic: dict[str, object] = {"lang_name": "Arabic", "default_processors": packages, "default_dependencies": {}}
    for file in sorted(folder.glob("ar/*/*.pt")):
        entry = {"md5": hashlib.md5(file.read_bytes(), usedforsecurity=False).hexdigest()}
        packages_of = arabic.setdefault(file.parent.name, {})
        packages_of[file.stem] = entry | dict((vectors or {}).get(file.parent.name, {}))  # type: ignore[index, call-overload]
    arabic["packages"] = {"default": packages}
    (folder / INDEX).write_text(json.dumps({"ar": arabic, "url": url + "/{lang}/{filename}"}), encoding="utf-8")


@pytest.fixture
def server(tmp_path: Path) -> Iterator[Server]:
    """A server of small files that are no models, which the downloader does not ask."""
    server = Server(tmp_path / "served")
    for name in PROCESSORS:
        (file := server.folder / "ar" / name / "small.pt").parent.mkdir(parents=True)
        file.write_bytes(name.encode() * 9_000)
    index(server.folder, server.url, dict.fromkeys(PROCESSORS, "small"))
    threading.Thread(target=server.http.serve_forever, daemon=True).start()
    yield server
    server.http.shutdown()
    server.http.server_close()


@pytest.fixture
def folder(server: Server, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty place for the official models of this process, which are those of the server."""
    monkeypatch.setattr(common, "DEFAULT_RESOURCES_URL", server.url)
    monkeypatch.setattr(common, "DEFAULT_MODEL_DIR", str(tmp_path / "models"))
    return tmp_path / "models"


def run(*args: str) -> Result:
    return CliRunner().invoke(app, ["models", *args])


def failure(code: int, stderr: str) -> str:
    """The one line of an error."""
    errors = [line for line in stderr.splitlines() if line.startswith("Error: ")]
    assert code == 1 and len(errors) == 1 and "Traceback" not in stderr, stderr
    return errors[0]


def failed(*args: str) -> str:
    result = run(*args)
    return failure(result.exit_code, result.stderr)


def test_download_verify_list_path(server: Server, folder: Path) -> None:
    assert "not there" in run("list").stdout.splitlines()[NAMES.index("official")]
    assert "no resources.json" in failed("verify", "official")
    done = run("download")
    assert done.exit_code == 0 and "6 files verified" in done.stderr and done.stdout == ""
    assert {f"ar/{name}/small.pt" for name in PROCESSORS} <= set(server.asked)
    assert run("verify", "official").exit_code == 0
    assert run("path", "official").stdout == f"{folder}\n"
    assert "MiB" in run("list").stdout.splitlines()[NAMES.index("official")]
    (folder / BROKEN).write_bytes(b"other")
    message = failed("verify", "official")
    assert str(folder / BROKEN) in message and "models download" in message


def test_a_broken_transfer_is_told_and_only_the_rest_is_fetched_again(server: Server, folder: Path) -> None:
    server.cut = BROKEN
    assert "broke off" in failed("download", "official")
    whole = {name for name in server.asked if (folder / name).is_file()}
    assert BROKEN not in whole and whole
    server.cut, server.asked = "", []
    assert run("download", "official").exit_code == 0
    assert BROKEN in server.asked and not whole & set(server.asked)


def test_a_wrong_checksum_is_told(server: Server, folder: Path) -> None:
    (server.folder / BROKEN).write_bytes(b"not what the index says")
    assert "damaged" in failed("download")
    index(server.folder, server.url, dict.fromkeys(PROCESSORS, "small"))
    assert run("download").exit_code == 0 and (folder / BROKEN).read_bytes() == b"not what the index says"


def test_a_server_that_refuses(server: Server, folder: Path) -> None:
    (server.folder / INDEX).unlink()
    assert "refused" in failed("download") and not list(folder.glob("**/*.pt"))


def test_offline(server: Server, folder: Path) -> None:
    server.http.shutdown()
    server.http.server_close()
    message = failed("download")
    assert "cannot be reached" in message and "127.0.0.1" in message and "embedded" in message
    assert not list(folder.glob("**/*.pt"))


@pytest.mark.usefixtures("folder")
@pytest.mark.parametrize("name", ["LocalEntryNotFoundError", "HTTPError", "XetDownloadError"])
def test_the_hub_that_has_the_real_ones_fails(server: Server, monkeypatch: pytest.MonkeyPatch, name: str) -> None:
    kind = getattr(huggingface_hub.errors, name)

    def fail(**_: object) -> None:
        raise kind("no way\nto the hub")

    hub = "https://huggingface.co/stanfordnlp/stanza-{lang}/resolve/v{resources_version}/models/{filename}"
    content = json.loads((server.folder / INDEX).read_text(encoding="utf-8"))
    (server.folder / INDEX).write_text(json.dumps({**content, "url": hub}), encoding="utf-8")
    monkeypatch.setattr(common.huggingface_hub, "hf_hub_download", fail)
    message = failed("download")
    assert "gave no file (no way)" in message and "embedded" in message


@pytest.mark.usefixtures("folder")
def test_only_official_is_downloaded(server: Server) -> None:
    assert run("download", "embedded").exit_code == 2
    assert server.asked == []


def test_a_tagger_says_how_to_get_them(folder: Path) -> None:
    with pytest.raises(ModelsError) as caught:
        find_models("official")
    assert str(folder) in str(caught.value) and "models download" in str(caught.value)


def test_a_tagger_does_not_load_damaged_ones(folder: Path) -> None:
    assert run("download").exit_code == 0
    assert find_models("official") == folder
    (folder / BROKEN).write_bytes(b"other")
    with pytest.raises(ModelsError, match=r"damaged.*models download"):
        find_models("official")


def environment(server: Server, folder: Path) -> dict[str, str]:
    return {**os.environ, "STANZA_RESOURCES_URL": server.url, "STANZA_RESOURCES_DIR": str(folder), "PYTHONUTF8": "1"}


def test_a_full_disk(server: Server, tmp_path: Path) -> None:
    (disk := tmp_path / "disk").mkdir()
    script = f'mount -t tmpfs -o size=128k none "{disk}" && exec "$@"'
    command = ["unshare", "--user", "--map-root-user", "--mount", "sh", "-c", script, "sh"]
    if not shutil.which("unshare") or subprocess.run([*command, "true"], capture_output=True, check=False).returncode:
        pytest.skip("no small disk can be mounted here")
    done = subprocess.run(
        [*command, sys.executable, "-m", "syria_events", "models", "download"], capture_output=True, encoding="utf-8",
        check=False, env=environment(server, disk / "models"),
    )  # fmt: skip
    assert "no space left" in failure(done.returncode, done.stderr)


@pytest.mark.model
def test_the_embedded_models_served_as_official(server: Server, tmp_path: Path) -> None:
    shutil.rmtree(server.folder / "ar")
    shutil.copytree(EMBEDDED / "ar", server.folder / "ar")
    ours = json.loads((EMBEDDED / "resources.json").read_text(encoding="utf-8"))["ar"]
    packages = ours["packages"]["default"]
    index(server.folder, server.url, packages, {name: ours[name][packages[name]] for name in PROCESSORS})
    (article := tmp_path / "a.txt").write_text("التقى جون كيري سيرغي لافروف في جنيف.", encoding="utf-8")

    def program(*args: str) -> str:
        done = subprocess.run(
            [sys.executable, "-m", "syria_events", *args], capture_output=True, encoding="utf-8", check=False,
            env=environment(server, tmp_path / "models"),
        )  # fmt: skip
        assert done.returncode == 0, done.stderr
        return done.stdout

    program("models", "download")
    rows = [program("extract", str(article), "--models", name) for name in NAMES]
    assert rows[0] == rows[1] and len(rows[0].splitlines()) == 2
