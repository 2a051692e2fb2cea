"""Real pictures: decoding files safely, folders of them, the shipped samples."""
