"""The parts of `make bench`, in the order in which they are measured."""

import os
from collections.abc import Callable
from typing import Final

from tests.bench.demo_world import Demo
from tests.bench.documents import measure_documents
from tests.bench.fanout import measure_fanout
from tests.bench.figures import Figures
from tests.bench.growth import measure_growth
from tests.bench.import_times import measure_imports
from tests.bench.in_step import measure_in_step
from tests.bench.lighthouse import measure_lighthouse
from tests.bench.load import measure_load
from tests.bench.messages import measure_messages
from tests.bench.pages import measure_pages
from tests.bench.records import measure_records
from tests.bench.requests import measure_queries, measure_requests
from tests.bench.starting import measure_start


def _imports(figures: Figures, _demo: Demo) -> None:
    long = os.environ.get("LONG") == "1"
    measure_imports(figures, whole_nation=long)
    if not long:
        figures.leave_out("import_85000_peak_mb", "takes some minutes; LONG=1 measures it")


PARTS: Final[dict[str, Callable[[Figures, Demo], None]]] = {
    "pages": measure_pages,
    "lighthouse": measure_lighthouse,
    "queries": measure_queries,
    "requests": measure_requests,
    "messages": measure_messages,
    "load": measure_load,
    "fanout": measure_fanout,
    "in_step": measure_in_step,
    "growth": measure_growth,
    "documents": measure_documents,
    "records": measure_records,
    "start": measure_start,
    "import": _imports,
}

# Goals of features that do not exist yet; whoever builds one measures it.
NOT_YET: Final = {
    "growth_timeliness": "there is no monthly table yet",
}
