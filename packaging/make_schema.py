"""Write the JSON Schema of plan files into the resources: `python packaging/make_schema.py`, after a change of their types."""

import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from pfss_desktop.exchange.plan_schema import SCHEMA_NAME, plan_schema  # noqa: E402
from pfss_desktop.files import write_whole  # noqa: E402
from pfss_desktop.paths import resources  # noqa: E402

if __name__ == "__main__":
    target = resources() / "schema" / SCHEMA_NAME
    target.parent.mkdir(parents=True, exist_ok=True)
    write_whole(target, plan_schema())
    target.chmod(0o644)
    print(target)
