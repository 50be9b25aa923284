"""The folders a training run reads from and writes to."""

from dataclasses import dataclass
from pathlib import Path

SEED = 1234
PACKAGE = "news"  # the package name under which every embedded model is filed


@dataclass(frozen=True, slots=True)
class Workspace:
    """Where the corpora lie and where everything derived from them goes.

    Args:
        corpora: folder with `padt/`, `ner/` and `news/`; never written to.
        build: folder for prepared data, checkpoints and trained models.
    """

    corpora: Path
    build: Path

    @property
    def data(self) -> Path:
        """Prepared training files."""
        return self.build / "data"

    @property
    def models(self) -> Path:
        """Trained models, one file a processor."""
        return self.build / "models"

    @property
    def vectors(self) -> Path:
        """The vectors of words, for tagger and parser, in Stanza's own format."""
        return self.models / "pretrain.pt"

    @property
    def surface(self) -> Path:
        """The vectors of surface tokens, for the entity tagger."""
        return self.models / "surface.pt"

    def model(self, processor: str) -> Path:
        """The trained model of a processor."""
        return self.models / f"{processor}.pt"
