"""Names of the sheets that are no table, and the headings of the sheet of the year."""

GUIDE_SHEET = "คำแนะนำ"
YEAR_SHEET = "ข้อมูลปี"
OPEN_SHEET = "สิ่งที่ยังไม่ทราบ"
TOPIC_SHEET = "เรื่อง"

YEAR_HEADINGS = ("รายการ", "ค่า", "ช่องข้อมูล (ห้ามแก้)")
"""One row a field: its Thai name, its value, and the name by which it is read back."""
