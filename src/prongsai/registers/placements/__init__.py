"""What hangs where: posters, signs, boxes, boards, and whether somebody has seen them there."""
