from django.db import migrations, models


class Migration(migrations.Migration):
    initial = True

    dependencies = []

    operations = [
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
    ]
