"""A deposit as an RO-Crate, so that repositories know what each of its files is."""

from __future__ import annotations

import json

from core.exchange.deposit.deposit_records import CRATE, WRITTEN_LAST, Contents, DepositOptions

ORCID = "https://orcid.org/"


def write_crate(contents: Contents, options: DepositOptions) -> None:
    """Write ro-crate-metadata.json over all files that are there. Raises OSError."""
    from rocrate.model.person import Person
    from rocrate.rocrate import ROCrate

    crate = ROCrate()
    crate.name = options.title
    crate.description = options.description or options.title
    crate.datePublished = options.published
    crate.license = options.licence_page
    crate.root_dataset["version"] = options.version
    crate.creator = [
        crate.add(
            Person(
                crate,
                f"{ORCID}{creator.orcid}" if creator.orcid else f"#creator-{number}",
                properties={
                    "name": creator.name,
                    **({"affiliation": creator.affiliation} if creator.affiliation else {}),
                },
            )
        )
        for number, creator in enumerate(options.creators, start=1)
    ]
    for name, what in contents.files.items():
        size = (contents.folder / name).stat().st_size
        crate.add_file(
            contents.folder / name, dest_path=name,
            properties={"name": name, "description": what, "contentSize": str(size)},
        )  # fmt: skip
    path = contents.add(CRATE, WRITTEN_LAST[CRATE])
    content = json.dumps(crate.metadata.generate(), ensure_ascii=False, indent=1)
    path.write_text(content + "\n", encoding="utf-8")
