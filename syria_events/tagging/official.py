"""Stanza's own Arabic models: where Stanza keeps them, and how to get them with its downloader."""

import errno
from collections.abc import Iterable
from pathlib import Path
from urllib.parse import urlsplit

import requests
import stanza
from huggingface_hub import errors as hub
from stanza.resources import common

from syria_events.errors import ModelsError

# what the hub raises on which Stanza keeps its models, by the names of several of its versions
_HUB_NAMES = ("HTTPError", "HfHubHTTPError", "LocalEntryNotFoundError", "RevisionResolutionError", "XetDownloadError")
_HUB_ERRORS = tuple(getattr(hub, name) for name in _HUB_NAMES if hasattr(hub, name))


def folder() -> Path:
    """Stanza's model folder on this machine; `STANZA_RESOURCES_DIR` moves it."""
    return Path(common.DEFAULT_MODEL_DIR)


def download(processors: Iterable[str]) -> Path:
    """Download what is missing or out of date of Stanza's default Arabic package, and check every file.

    Stanza shows its progress on stderr, and reads `STANZA_RESOURCES_URL` and `STANZA_MODEL_URL`.

    Args:
        processors: whose models are wanted.

    Raises:
        ModelsError: the network, the disk or a checksum; what was downloaded whole stays and is not fetched again.
    """
    target = folder()
    try:
        stanza.download(
            "ar",
            model_dir=str(target),
            processors=",".join(processors),
            resources_url=common.DEFAULT_RESOURCES_URL,
            logging_level="INFO",
        )
    except requests.exceptions.HTTPError as problem:
        raise ModelsError(f"the server of Stanza's models refused: {problem}; try again later") from None
    except (requests.exceptions.ChunkedEncodingError, requests.exceptions.ContentDecodingError):
        raise ModelsError("the download broke off: run 'syria-events models download' again") from None
    except requests.exceptions.RequestException as problem:
        raise ModelsError(
            f"the server of Stanza's models cannot be reached ({_host(problem)}): "
            "connect to the internet, or use the embedded models"
        ) from None
    except _HUB_ERRORS as problem:
        first = next(iter(str(problem).splitlines()), type(problem).__name__)
        raise ModelsError(
            f"the server of Stanza's models gave no file ({first}): try again, or use the embedded"
        ) from None
    except OSError as problem:
        if problem.errno in (errno.ENOSPC, errno.EDQUOT, errno.EFBIG):
            raise ModelsError(f"no space left for Stanza's models in {target}: free some and try again") from None
        raise ModelsError(f"Stanza's models cannot be written to {target}: {problem.strerror or problem}") from None
    except ValueError as problem:  # what Stanza raises where a checksum differs
        raise ModelsError(f"the download is damaged ({problem}): run 'syria-events models download' again") from None
    return target


def _host(problem: requests.exceptions.RequestException) -> str:
    return urlsplit(str(problem.request.url)).netloc if problem.request is not None else "no address"
