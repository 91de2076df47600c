"""What every room stands on: people, tenancy, files, audit, notices, jobs, design. Above the pure core, below all else."""
