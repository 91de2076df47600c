"""What every room stands on: people, tenancy, files, audit, notices, jobs, design. Above the core, below all else."""
