"""What every page of ours is made with: one HTML file that loads nothing and sends nothing."""

from figtrail.pages.assembly import assemble_script, assemble_style, encode_content, fill_template

__all__ = ["assemble_script", "assemble_style", "encode_content", "fill_template"]
