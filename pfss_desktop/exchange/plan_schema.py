"""The JSON Schema of plan files, made from the types of `written_plan`, for programs of others that read or write them."""

import json

import msgspec

from pfss_desktop.exchange.written_plan import FORMAT, VERSION, WrittenFile

SCHEMA_NAME = f"{FORMAT}-{VERSION}.schema.json"
"""Name of the schema's file in `resources/schema`."""


def plan_schema() -> bytes:
    """Return the schema as a file's content. It says nothing of ids that must differ: the program checks those by itself."""
    head = {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "A plan file of PFSS Desktop",
    }
    return (json.dumps(head | msgspec.json.schema(WrittenFile), indent=2) + "\n").encode()
