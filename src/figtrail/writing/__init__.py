"""Tables to a Data Package on disk, written whole or not at all."""

from figtrail.writing.package import heal_package, write_package

__all__ = ["heal_package", "write_package"]
