"""The same paper as DOCX, PPTX, XLSX, PDF and text. Nothing that somebody wrote is code in any of them."""
