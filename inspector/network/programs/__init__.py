"""Files that hold a whole network, its computation and its weights: TorchScript, torch.export's pt2, ONNX."""
