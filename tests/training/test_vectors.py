from pathlib import Path

import numpy as np
from stanza.models.common.pretrain import Pretrain
from stanza.models.common.vocab import UNK_ID

from syria_events.training.vectors import save


def test_spellings_share_a_vector(tmp_path: Path) -> None:
    vectors = [np.array([1.0, 2.0]), np.array([3.0, 4.0])]
    save(tmp_path / "v.pt", ["امريكا", "موسكو"], vectors, "float16", {"أمريكا": "امريكا", "امريكا": "امريكا"})
    loaded = Pretrain(str(tmp_path / "v.pt"))
    ids = [loaded.vocab.unit2id(word) for word in ("امريكا", "أمريكا", "موسكو", "لندن")]
    assert ids[0] == ids[1] != ids[2] and ids[3] == UNK_ID
    assert [loaded.emb[i].tolist() for i in ids[1:]] == [[1, 2], [3, 4], [0, 0]]
    assert len(loaded.vocab) == len(loaded.emb)
