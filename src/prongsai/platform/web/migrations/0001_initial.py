from django.db import migrations, models

import prongsai.platform.tenancy.tables_together


class Migration(migrations.Migration):
    initial = True

    dependencies = []

    operations = [
        prongsai.platform.tenancy.tables_together.TablesTogether(
            operations=[
                migrations.CreateModel(
                    name="Submission",
                    fields=[
                        ("key", models.UUIDField(primary_key=True, serialize=False)),
                        ("poster", models.CharField(max_length=64)),
                        ("path", models.CharField(max_length=500)),
                        ("location", models.CharField(blank=True, max_length=500)),
                        ("made", models.DateTimeField(auto_now_add=True, db_index=True)),
                    ],
                ),
            ],
        ),
    ]
