"""Between reviews: a conversation with the reviewing officer, what somebody asks for, visits."""
