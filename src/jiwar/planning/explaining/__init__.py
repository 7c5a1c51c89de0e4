"""What a plan is worth and why: other worlds, jobs kept, waiting, knowing more, prices of skills."""
