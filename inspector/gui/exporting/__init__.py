"""Views as pictures, drawings and pages: arranged for the purpose, captioned, and put back as they were."""
